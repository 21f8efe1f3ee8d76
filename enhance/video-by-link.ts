// Why does this need script? A video's player belongs to another house, which would learn of every
// reader of the page. So the page holds a picture and a link, and only a click replaces them with the
// player. Without script the link leads to the video's own page.

/** `<video-by-link embed="https://…" label="Title"><a href="…">…</a></video-by-link>` */
export class VideoByLink extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.play)
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.play)
  }

  private readonly play = (event: MouseEvent): void => {
    // A reader who asks for a new tab or window gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const embed = this.getAttribute('embed')
    if (!embed?.startsWith('https://')) return
    event.preventDefault()
    this.removeEventListener('click', this.play)
    this.replaceChildren(player(embed, this.getAttribute('label') ?? ''))
    this.querySelector('iframe')?.focus()
  }
}

function player(embed: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  frame.allowFullscreen = true
  // The hosts refuse to play for a page that does not say where it is.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = embed
  return frame
}
