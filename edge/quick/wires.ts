import { STATUS_CODES, validateHeaderValue } from 'node:http'
import type { Variant } from '../cache/page.ts'
import type { Kept } from '../cache/page-store.ts'
import { isCoded, outcomeFor, tellMoment, type Wants } from '../http/send-page.ts'

/** Bytes of all answers that are held at once; they are of one second only. */
const mostBytes = 16 * 1024 * 1024

/**
 * Whole answers as they go over the wire, head and body in one buffer. Date, Age and what is left of the
 * lifetime change each second: so long they are held, and no longer.
 */
export class Wires {
  private readonly whole = new Map<Variant, Buffer>()
  private readonly unchanged = new Map<Variant, Buffer>()
  private second = 0
  private bytes = 0
  private readonly keepAliveSeconds: number

  /** @param keepAliveTimeout of the server, ms: said in each answer */
  constructor(keepAliveTimeout: number) {
    this.keepAliveSeconds = Math.floor(keepAliveTimeout / 1000)
  }

  /** The answer to a GET for a page that is fresh; null when it would have to be decompressed first. */
  answerOf(kept: Kept, wants: Wants, now: number): Buffer | null {
    if (wants.coding === 'identity' && isCoded(kept)) return null
    const variant = wants.coding === 'br' ? kept.page.br : kept.page.gzip
    const second = Math.floor(now / 1000)
    if (second !== this.second || this.bytes > mostBytes) this.clear(second)
    const isKnown = outcomeFor(kept, wants, variant.etag) === 'unchanged'
    const held = (isKnown ? this.unchanged : this.whole).get(variant)
    if (held) return held
    tellMoment(kept, variant, now)
    const wire = isKnown
      ? this.join(304, variant.headNotModified)
      : this.join(kept.page.status, variant.head, variant.body)
    const answers = isKnown ? this.unchanged : this.whole
    answers.set(variant, wire)
    this.bytes += wire.length
    return wire
  }

  private clear(second: number): void {
    this.second = second
    this.bytes = 0
    this.whole.clear()
    this.unchanged.clear()
  }

  private join(status: number, head: readonly string[], body?: Buffer): Buffer {
    const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`]
    for (let at = 0; at < head.length; at += 2) {
      const [name = '', value = ''] = head.slice(at, at + 2)
      // What Node does with every header: nothing that was read from somewhere may end a line.
      validateHeaderValue(name, value)
      lines.push(`${name}: ${value}`)
    }
    lines.push(`Date: ${new Date().toUTCString()}`)
    lines.push('Connection: keep-alive', `Keep-Alive: timeout=${this.keepAliveSeconds}`)
    const text = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
    return body ? Buffer.concat([text, body]) : text
  }
}
