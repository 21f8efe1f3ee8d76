// Why does this need script? The field is part of a form that works without. With script it proposes
// headlines, topics, people and sections while one types, and what was searched here before: that is kept
// in this browser alone, and nothing is sent that would tell one reader from another.
import { forgetSearches, keepSearch, keptSearches } from './recent-searches.ts'

type Proposal = { text: string; href: string; kind?: string }

/** ms without a key before anything is asked. */
const pause = 150

/**
 * `<search-field suggest address label recent clear><input name="q"></search-field>`: a
 * combobox with a list that is moved through by arrow keys (WAI-ARIA Authoring Practices, combobox).
 */
export class SearchField extends HTMLElement {
  private readonly list = document.createElement('ul')
  private active = -1
  private typing: ReturnType<typeof setTimeout> | undefined
  private asked = ''

  connectedCallback(): void {
    const { input, list } = this
    if (!input || list.isConnected) return
    list.id = `${input.id || 'masthead'}-proposals`
    list.role = 'listbox'
    list.hidden = true
    list.ariaLabel = this.getAttribute('label')
    this.append(list)
    input.role = 'combobox'
    input.ariaAutoComplete = 'list'
    input.ariaExpanded = 'false'
    input.setAttribute('aria-controls', list.id)
    this.addEventListener('input', () => this.type())
    this.addEventListener('focusin', () => this.type())
    this.addEventListener('keydown', (event) => this.press(event))
    this.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.close()
    })
    // Not `click`: the field would lose the focus first, and the list with it.
    list.addEventListener('mousedown', (event) => event.preventDefault())
    list.addEventListener('click', ({ target }) => this.choose(target as Element))
    input.form?.addEventListener('submit', () => keepSearch(input.value))
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector('input')
  }

  private get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  private type(): void {
    clearTimeout(this.typing)
    this.typing = setTimeout(() => void this.propose(), pause)
  }

  private async propose(): Promise<void> {
    const typed = this.input?.value.trim().toLowerCase() ?? ''
    this.asked = typed
    const address = `${this.getAttribute('suggest')}?${new URLSearchParams({ q: typed })}`
    const found: Proposal[] =
      typed === ''
        ? []
        : await fetch(address)
            .then((answer) => (answer.ok ? answer.json() : []))
            .catch(() => [])
    // Something else was typed meanwhile, or the reader is gone.
    if (this.asked !== typed || !this.contains(document.activeElement)) return
    const base = this.getAttribute('address') ?? ''
    const recent = keptSearches()
      .filter((text) => text.toLowerCase().startsWith(typed) && text.toLowerCase() !== typed)
      .slice(0, typed === '' ? 5 : 2)
      .map((text) => ({
        text,
        href: `${base}?${new URLSearchParams({ q: text })}`,
        kind: this.getAttribute('recent') ?? '',
      }))
    this.show([...recent, ...found], typed === '' && recent.length > 0)
  }

  private show(proposals: readonly Proposal[], forgettable: boolean): void {
    const options = proposals.map(({ text, href, kind }) => this.option(text, href, kind))
    if (forgettable) options.push(this.option(this.getAttribute('clear') ?? '', ''))
    this.list.replaceChildren(...options)
    this.list.hidden = options.length === 0
    this.mark(-1)
    if (this.input) this.input.ariaExpanded = String(options.length > 0)
  }

  private option(text: string, href: string, kind?: string): HTMLElement {
    const option = document.createElement('li')
    option.role = 'option'
    option.id = `${this.list.id}-${Math.random().toString(36).slice(2)}`
    option.dataset.href = href
    option.textContent = text
    if (kind) {
      const small = document.createElement('small')
      small.textContent = kind
      option.append(' ', small)
    }
    return option
  }

  private mark(index: number): void {
    const { options, input } = this
    this.active = index
    options.forEach((option, at) => {
      option.ariaSelected = String(at === index)
    })
    const id = options[index]?.id
    if (id) input?.setAttribute('aria-activedescendant', id)
    else input?.removeAttribute('aria-activedescendant')
    options[index]?.scrollIntoView({ block: 'nearest' })
  }

  private press(event: KeyboardEvent): void {
    const { options } = this
    if (event.isComposing) return
    if (event.key === 'Escape' && !this.list.hidden) {
      // The first closes the list, the next empties the field, as it does by itself.
      event.preventDefault()
      this.close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (this.list.hidden) return void this.propose()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const count = options.length + 1
      // One place more than there are options: the field itself.
      this.mark(((this.active + 1 + step + count) % count) - 1)
    } else if (event.key === 'Enter' && this.active >= 0) {
      event.preventDefault()
      this.choose(options[this.active] ?? null)
    }
  }

  private choose(target: Element | null): void {
    const option = target?.closest<HTMLElement>('[role=option]')
    if (!option) return
    if (option.dataset.href) location.assign(option.dataset.href)
    else {
      forgetSearches()
      this.close()
    }
  }

  private close(): void {
    clearTimeout(this.typing)
    this.asked = '\n'
    this.show([], false)
  }
}
