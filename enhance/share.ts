// Why does this need script? Only script can open the device's own sheet, write to the clipboard and
// call the printer. Everything else in the row are plain links.

/** `<share-tools address label copied not-copied>` around buttons `sheet`, `copy` and `print`. */
export class ShareTools extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.act)
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.act)
  }

  private readonly act = ({ target }: MouseEvent): void => {
    const tool = target instanceof Element ? target.closest('button')?.value : undefined
    if (tool === 'sheet') void this.openSheet()
    if (tool === 'copy') void this.copy()
    if (tool === 'print') void printWhole()
  }

  private async openSheet(): Promise<void> {
    try {
      await navigator.share({ title: this.text('label'), url: this.text('address') })
    } catch (error) {
      // Closing the sheet is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.copy()
    }
  }

  private async copy(): Promise<void> {
    const address = this.text('address')
    try {
      await navigator.clipboard.writeText(address)
      this.say(this.text('copied'))
    } catch {
      // Not allowed, or no secure connection: the reader can still take it from here.
      this.say(`${this.text('not-copied')} ${address}`)
    }
  }

  /** Empties first, so that a screen reader hears the same words again. */
  private say(words: string): void {
    const status = this.querySelector('[role=status]')
    if (!status) return
    status.textContent = ''
    clearTimeout(this.silence)
    requestAnimationFrame(() => {
      status.textContent = words
    })
    // A short notice goes by itself; an address stays to be taken.
    if (words === this.text('copied'))
      this.silence = setTimeout(() => {
        status.textContent = ''
      }, 5000)
  }

  private silence: ReturnType<typeof setTimeout> | undefined

  private text(name: string): string {
    return this.getAttribute(name) ?? ''
  }
}

/** Pictures further down have not been fetched yet, and paper cannot fetch them later. */
async function printWhole(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('article img')].filter(
    (picture) => !picture.closest('details'),
  )
  for (const picture of pictures) picture.loading = 'eager'
  const patience = new Promise((resolve) => setTimeout(resolve, 3000))
  await Promise.race([patience, Promise.allSettled(pictures.map((picture) => picture.decode()))])
  print()
}
