// Why does this need script? A video's player belongs to another house, which would learn of every
// reader of the page. So the page holds a picture and a link; only a click, or the reader's consent to
// embedded media, replaces them with the player. Without script the link leads to the video's own page.

import { withoutAutoplay } from '../lib/video-players.ts'
import { allows, onConsent } from './consent-state.ts'

/** `<video-by-link embed="https://…" label="Title"><a href="…">…</a></video-by-link>` */
export class VideoByLink extends HTMLElement {
  /** The picture and its link, while a player that came by itself stands in their place. */
  private picture: Node[] | null = null
  private pressed = false
  private forget = () => {}
  private readonly near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.load()
    },
    { rootMargin: '50% 0px' },
  )

  connectedCallback(): void {
    this.addEventListener('click', this.play)
    this.forget = onConsent(() => this.obey())
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.play)
    this.near.disconnect()
    this.forget()
  }

  private readonly play = (event: MouseEvent): void => {
    // A reader who asks for a new tab or window gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const embed = this.embed
    if (!embed || this.pressed || this.picture) return
    event.preventDefault()
    this.pressed = true
    this.near.disconnect()
    this.replaceChildren(this.player(embed))
    this.querySelector('iframe')?.focus()
  }

  /** With consent the player comes when the reader comes near; when it is taken back, it goes again. */
  private obey(): void {
    if (this.pressed) return
    if (allows('media')) {
      this.near.observe(this)
      return
    }
    this.near.disconnect()
    if (this.picture) this.replaceChildren(...this.picture)
    this.picture = null
  }

  private load(): void {
    const embed = this.embed
    this.near.disconnect()
    if (!embed || this.pressed || this.picture) return
    this.picture = [...this.childNodes]
    this.replaceChildren(this.player(withoutAutoplay(embed)))
  }

  private get embed(): string | null {
    const embed = this.getAttribute('embed')
    return embed?.startsWith('https://') ? embed : null
  }

  private player(embed: string): HTMLIFrameElement {
    const frame = document.createElement('iframe')
    frame.title = this.getAttribute('label') ?? ''
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
    // The hosts refuse to play for a page that does not say where it is.
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.loading = 'lazy'
    frame.src = embed
    return frame
  }
}
