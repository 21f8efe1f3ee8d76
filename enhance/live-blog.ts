// Why does this need script? A live story goes on while it is read. With script the page asks every few
// seconds whether there is more, says how much, and shows it when the reader wants it: until then nothing
// moves. Without script a link loads the page anew.

import { entriesOfPage, type LiveNews } from '../lib/live/live.ts'

/** ms between two questions; what is posted is told within 5 s. */
const interval = 4000
const longest = 60_000

/** What of the page is replaced as a whole when the reader asks for what is new. */
const parts = ['head', 'points', 'pinned']

const idOf = (entry: Element): number =>
  Number(entry.querySelector('[data-entry]')?.getAttribute('data-entry'))
const revisionOf = (entry: Element): string | null | undefined =>
  entry.querySelector('[data-entry]')?.getAttribute('data-revision')

/**
 * `<live-blog address news told changed><button hidden></button><p role="status"></p></live-blog>` in the
 * section with the entries; `#` in its words is where the number goes.
 */
export class LiveBlog extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined
  private wait = interval
  private ended = false

  connectedCallback(): void {
    this.button?.addEventListener('click', () => void this.show())
    document.addEventListener('visibilitychange', this.wake)
    this.hideReload()
    this.later()
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer)
    document.removeEventListener('visibilitychange', this.wake)
  }

  private get button(): HTMLButtonElement | null {
    return this.querySelector('button')
  }

  private get list(): Element | null | undefined {
    return this.parentElement?.querySelector('[data-part=entries]')
  }

  /** The link to reload keeps its room. */
  private hideReload(): void {
    this.parentElement?.querySelector('[data-part=reload]')?.setAttribute('data-unneeded', '')
  }

  private later(): void {
    clearTimeout(this.timer)
    if (!this.ended && !document.hidden) this.timer = setTimeout(() => void this.ask(), this.wait)
  }

  /** Who comes back to the page is told at once; a page that nobody sees asks nothing. */
  private readonly wake = (): void => {
    clearTimeout(this.timer)
    if (!document.hidden && !this.ended) void this.ask()
  }

  private async ask(): Promise<void> {
    try {
      const answer = await fetch(this.getAttribute('address') ?? '', {
        cache: 'no-cache',
        credentials: 'omit',
      })
      if (!answer.ok) throw new Error(String(answer.status))
      this.tell((await answer.json()) as LiveNews)
      this.wait = interval
    } catch {
      this.wait = Math.min(this.wait * 2, longest)
    }
    this.later()
  }

  private tell({ ended, pinned, entries }: LiveNews): void {
    const { button, list } = this
    if (!button || !list) return
    this.ended = ended
    const listed = [...list.children].map(idOf)
    const top = this.parentElement?.querySelector('[data-part=pinned] [data-entry]')
    const shown = new Map(
      [...(this.parentElement?.querySelectorAll('[data-entry]') ?? [])].map((entry) => [
        Number(entry.getAttribute('data-entry')),
        entry.getAttribute('data-revision'),
      ]),
    )
    const known = new Set(entries.map(([id]) => id))
    // Below the last that stands here are older ones, which may have moved up.
    const last = entries.findLastIndex(([id]) => listed.includes(id))
    const fresh = entries.filter(([id], at) => !shown.has(id) && (last < 0 || at < last)).length
    const isAll = entries.length < entriesOfPage
    const end = isAll ? listed.length : listed.findLastIndex((id) => known.has(id))
    const changed =
      ended ||
      (top?.getAttribute('data-entry') ?? null) !== (pinned ? String(pinned[0]) : null) ||
      [...entries, ...(pinned ? [pinned] : [])].some(
        ([id, revision]) => shown.has(id) && shown.get(id) !== revision,
      ) ||
      listed.slice(0, end).some((id) => !known.has(id))
    const words = (name: string) => (this.getAttribute(name) ?? '').replace('#', String(fresh))
    const label = fresh > 0 ? words('news') : changed ? words('changed') : ''
    if (button.textContent === label) return
    button.textContent = label
    button.hidden = label === ''
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = fresh > 0 ? words('told') : label
  }

  private async show(): Promise<void> {
    const page = await readPage().catch(() => null)
    const theirs = page?.querySelector('[data-part=entries]')
    const { list, parentElement } = this
    if (!page || !theirs || !list || !parentElement || hasOtherStyles(page)) {
      location.reload()
      return
    }
    for (const part of parts) {
      const now = page.querySelector(`[data-part=${part}]`)
      if (now)
        parentElement
          .querySelector(`[data-part=${part}]`)
          ?.replaceWith(document.importNode(now, true))
    }
    if (!this.ended) this.hideReload()
    leaveOutPinned(list)
    const fresh = merge(list, theirs)
    const { button } = this
    if (button) {
      button.hidden = true
      button.textContent = ''
    }
    const place = fresh ?? parentElement.querySelector<HTMLElement>('h2')
    if (!place) return
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    place.scrollIntoView({ block: 'start' })
  }
}

/** The page as it is now. A document parsed by the browser itself runs nothing and writes no HTML here. */
const readPage = (): Promise<Document | null> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', location.pathname)
    request.responseType = 'document'
    request.onload = () => resolve(request.status === 200 ? request.responseXML : null)
    request.onerror = reject
    request.send()
  })

const stylesOf = ({ head }: Document): (string | null)[] =>
  [...head.querySelectorAll(':scope > link[rel=stylesheet]')].map((link) =>
    link.getAttribute('href'),
  )

/** It comes from another build of the portal: what stands here does not know how it looks. */
function hasOtherStyles(page: Document): boolean {
  const own = stylesOf(document)
  return stylesOf(page).some((href) => !own.includes(href))
}

/** What has been pinned since stands above the list, and no longer in it. */
function leaveOutPinned(list: Element): void {
  const pinned = list.parentElement?.querySelector('[data-part=pinned] [data-entry]')
  for (const entry of pinned ? [...list.children] : [])
    if (idOf(entry) === Number(pinned?.getAttribute('data-entry'))) entry.remove()
}

/**
 * Brings a list up to date with another: what stays is not touched, older entries below what the other
 * holds stay too, unless it holds all there are. @returns the newest entry that was not there.
 */
function merge(list: Element, theirs: Element): HTMLElement | null {
  const own = [...list.children]
  const wanted = new Map([...theirs.children].map((entry) => [idOf(entry), entry]))
  const isAll = !theirs.parentElement?.querySelector('[rel=next]')
  const end = isAll ? own.length - 1 : own.findLastIndex((entry) => wanted.has(idOf(entry)))
  let next: Element | null = own[end + 1] ?? null
  const kept = new Map<number, Element>()
  const before = new Set(own.map(idOf))
  for (const entry of own.slice(0, end + 1)) {
    const id = idOf(entry)
    const now = wanted.get(id)
    if (now && revisionOf(now) === revisionOf(entry)) kept.set(id, entry)
    else entry.remove()
  }
  let newest: HTMLElement | null = null
  for (const entry of [...theirs.children].reverse()) {
    const id = idOf(entry)
    const there = kept.get(id)
    const placed = there ?? document.importNode(entry, true)
    if (!there) {
      list.insertBefore(placed, next)
      const article = placed.querySelector<HTMLElement>('[data-entry]')
      if (article && !before.has(id)) {
        article.dataset.new = ''
        newest = article
      }
    }
    next = placed
  }
  return newest
}
