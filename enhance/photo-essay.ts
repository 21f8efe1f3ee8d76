// Why does this need script? Each picture of an essay leads to its large file, where the back button is
// the only way on. With script they open over the page, one after another, with their captions.

/** Swipes shorter than this are taps, px. */
const swipe = 40

/** `<photo-essay>… <a href="large.jpg" data-enlarge><picture>…</a> … <dialog>…</dialog></photo-essay>` */
export class PhotoEssay extends HTMLElement {
  private place = 0
  private touchedAt = 0

  connectedCallback(): void {
    this.addEventListener('click', this.press)
    this.dialog?.addEventListener('keydown', this.type)
    this.dialog?.addEventListener('close', this.leave)
    this.dialog?.addEventListener('touchstart', this.touch, { passive: true })
    this.dialog?.addEventListener('touchend', this.lift)
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog')
  }

  private get links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('a[data-enlarge]')]
  }

  private readonly press = (event: MouseEvent): void => {
    const { target } = event
    if (!(target instanceof Element)) return
    const step = target.closest('[data-step]')?.getAttribute('data-step')
    if (step) this.show(this.place + Number(step))
    const link = target.closest<HTMLElement>('a[data-enlarge]')
    // A reader who asks for a new tab or window gets it.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    this.show(this.links.indexOf(link))
    this.dialog?.showModal()
  }

  private readonly type = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') this.show(this.place - 1)
    if (key === 'ArrowRight') this.show(this.place + 1)
    if (key === 'Home') this.show(0)
    if (key === 'End') this.show(this.links.length - 1)
  }

  /** Back on the page, the reader is at the picture seen last. */
  private readonly leave = (): void => this.links[this.place]?.focus()

  private readonly touch = ({ touches }: TouchEvent): void => {
    this.touchedAt = touches.length === 1 ? (touches[0]?.clientX ?? 0) : Number.NaN
  }

  private readonly lift = ({ changedTouches }: TouchEvent): void => {
    const moved = (changedTouches[0]?.clientX ?? 0) - this.touchedAt
    if (Math.abs(moved) > swipe) this.show(this.place - Math.sign(moved))
  }

  private show(place: number): void {
    const { dialog, links } = this
    const link = links[place]
    const picture = link?.querySelector('picture')?.cloneNode(true)
    const caption = link?.parentElement?.querySelector('figcaption')?.cloneNode(true)
    if (!dialog || !(picture instanceof HTMLElement) || !caption) return
    for (const sized of picture.querySelectorAll('[sizes]')) sized.setAttribute('sizes', '100vw')
    picture.querySelector('img')?.removeAttribute('loading')
    dialog.querySelector('figure')?.replaceChildren(picture, caption)
    this.place = place
    this.end('-1', place === 0)
    this.end('1', place === links.length - 1)
  }

  /** A button that is disabled loses the keyboard: the other one gets it. */
  private end(step: string, reached: boolean): void {
    const button = this.dialog?.querySelector<HTMLButtonElement>(`[data-step="${step}"]`)
    if (!button) return
    const held = reached && button === document.activeElement
    button.disabled = reached
    if (held) this.dialog?.querySelector<HTMLElement>('[data-step]:enabled')?.focus()
  }
}
