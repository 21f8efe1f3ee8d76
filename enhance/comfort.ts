// Why does this need script? How a reader likes to read is nobody's business but the browser's: it is
// kept there, in no cookie and no address, and pages stay the same for everybody.
import { apply, applyChoices, isChoice } from './comfort-choices.ts'

/** `<reader-comfort>` around radio buttons named as in `comfort-choices.ts`. */
export class ReaderComfort extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', this.choose)
    // Another tab has chosen, or a page comes back as it was left.
    addEventListener('storage', this.follow)
    addEventListener('pageshow', this.follow)
    this.show()
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.choose)
    removeEventListener('storage', this.follow)
    removeEventListener('pageshow', this.follow)
  }

  private readonly choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !isChoice(target.name)) return
    apply(target.name, target.value)
    try {
      localStorage.setItem(target.name, target.value)
    } catch {
      // It holds for this page all the same.
    }
    colourBrowser()
  }

  private readonly follow = (event: Event): void => {
    if (event instanceof PageTransitionEvent && !event.persisted) return
    applyChoices()
    this.show()
  }

  private show(): void {
    const { theme = 'system', textSize = 'normal' } = document.documentElement.dataset
    for (const radio of this.querySelectorAll('input'))
      radio.checked = radio.value === (radio.name === 'theme' ? theme : textSize)
    colourBrowser()
  }
}

const colours = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].map(
  (meta) => ({ meta, own: meta.content, dark: meta.media.includes('dark') }),
)

/** The browser's own bars take the colour of the theme that the page has. */
function colourBrowser(): void {
  const { theme } = document.documentElement.dataset
  const chosen = colours.find(({ dark }) => dark === (theme === 'dark'))?.own
  for (const { meta, own } of colours) meta.content = (theme && chosen) || own
}
