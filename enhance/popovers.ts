// Why does this need script? `<details data-popover>` opens over the page without script, but closes
// only where it was opened. Readers expect Escape, a click elsewhere and going on to close it too.

const open = (): NodeListOf<HTMLDetailsElement> =>
  document.querySelectorAll('details[data-popover][open]')

function closeOthers({ target }: Event): void {
  for (const popover of open())
    if (!(target instanceof Node && popover.contains(target))) popover.open = false
}

function closeAtEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  for (const popover of open()) {
    // One key closes one thing.
    event.preventDefault()
    const hadFocus = popover.contains(document.activeElement)
    popover.open = false
    if (hadFocus) popover.querySelector('summary')?.focus()
  }
}

/** For all of the page, once, and before anything else that listens for Escape. */
export function watchPopovers(): void {
  document.addEventListener('click', closeOthers)
  document.addEventListener('focusin', closeOthers)
  document.addEventListener('keydown', closeAtEscape)
}
