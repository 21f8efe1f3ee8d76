// Why does this need script? It does not have to: the notice is a form that works without. With script an
// answer does not load the page again, the keyboard gets back to where it was, and other tabs follow.

import type { Choices } from '../lib/consent/cookie.ts'
import { currentChoices, followCookie } from './consent-state.ts'
import { report, whenSeen } from './count.ts'

const settings = 'a[href="#consent"]'

/** `<consent-notice><section id="consent">… <form method="post">…</section></consent-notice>` */
export class ConsentNotice extends HTMLElement {
  /** Where the focus came from when it was opened again; null while it stands by itself. */
  private opener: HTMLElement | null = null

  connectedCallback(): void {
    this.addEventListener('submit', (event) => void this.send(event))
    document.addEventListener('click', (event) => this.follow(event))
    document.addEventListener('keydown', (event) => this.escape(event))
    // Answered in another tab: this one reads the cookie when the reader comes back to it.
    document.addEventListener('visibilitychange', () => this.followOthers())
    for (const back of ['focus', 'pageshow'])
      window.addEventListener(back, () => this.followOthers())
    if (location.hash === '#consent') this.open(null)
    if (this.isShown && !this.isAnswered) whenSeen(() => report({ what: 'shown' }))
  }

  private get sheet(): HTMLElement {
    return this.querySelector<HTMLElement>('#consent') ?? this
  }

  private get isShown(): boolean {
    return getComputedStyle(this.sheet).display !== 'none'
  }

  private get isAnswered(): boolean {
    return document.documentElement.dataset.consent !== undefined
  }

  /** The footer's link opens it, the link in its corner closes it. */
  private follow(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return
    const link = event.target.closest<HTMLElement>(`${settings}, [data-consent-close]`)
    if (!link) return
    event.preventDefault()
    if (link.matches(settings)) this.open(link)
    else this.close()
  }

  private open(opener: HTMLElement | null): void {
    this.opener = opener
    this.sheet.dataset.state = 'open'
    const choices = currentChoices()
    for (const box of this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:enabled'))
      box.checked = choices?.[box.name as keyof Choices] ?? false
    this.sheet.focus()
  }

  /** The focus goes back to what opened it; else on to the text, which it stood before. */
  private close(): void {
    const opener = this.opener ?? document.getElementById('main')
    const hadFocus = this.contains(document.activeElement)
    this.opener = null
    this.sheet.dataset.state = 'closed'
    this.querySelector('details')?.removeAttribute('open')
    if (hadFocus) opener?.focus({ preventScroll: opener.id === 'main' })
  }

  private escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.isShown) return
    const details = this.querySelector('details')
    if (details?.open && details.contains(document.activeElement)) {
      details.open = false
      details.querySelector('summary')?.focus()
    } else if (this.isAnswered && this.sheet.dataset.state === 'open') this.close()
  }

  /** The same request that the form would make; what cannot be made is left to the form. */
  private async send(event: SubmitEvent): Promise<void> {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || form.dataset.plain !== undefined) return
    event.preventDefault()
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value))
    // The answer leads back to this page, which is here already.
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(
      () => null,
    )
    if (answer?.type !== 'opaqueredirect') {
      form.dataset.plain = ''
      form.requestSubmit(submitter)
      return
    }
    this.close()
    followCookie()
  }

  private followOthers(): void {
    const before = this.isAnswered
    followCookie()
    // Answered elsewhere, or asked anew; who has opened it here is not interrupted.
    if (before !== this.isAnswered && this.opener === null) delete this.sheet.dataset.state
  }
}
