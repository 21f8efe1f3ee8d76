import { createHash } from 'node:crypto'
import { RewritingStream } from 'parse5-html-rewriting-stream'
import type { EndTag, StartTag } from 'parse5-sax-parser'
import { type AnswerNote, answerNoteName, decodeAnswerNote } from '../../lib/answer-note.ts'
import { isErrorShell, isExecutable, isUnwanted, marker, repaired } from './finish-rules.ts'

export type Finished = {
  html: string
  /** What the page says about its answer; null when it says nothing. */
  note: AnswerNote | null
  /** CSP source expressions, such as `sha256-…`, of the inline scripts that stay (CSP Level 3, 2.3.1). */
  scriptHashes: readonly string[]
  /** Whether the document reached its end and is not the empty shell Next sends when a render failed. */
  whole: boolean
}

/**
 * Turns the complete HTML of a render into what readers get: without Next's scripts, their preloads
 * and comments, with what the portal marks as its own (`data-portal`) kept. What is not touched is
 * handed on byte for byte. Survives any text; script is only ever removed, never let through
 * unless it is marked.
 *
 * @throws {Error} when an answer note cannot be read: page and edge are of different builds.
 */
export function finish(html: string): Finished {
  const text = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html
  return new Finisher(text.replace(nextData, '')).run()
}

/**
 * What Next hands to its own scripts, as it writes it: without `<` (it stands as `\u003c`), and more than half of a
 * document. The parser would read it letter by letter, which takes longer than all the rest; what
 * does not look like this it reads still.
 */
const nextData = /<script>(?:\(self\.__next_f=|self\.__next_f\.push\()[^<]*<\/script>/g

class Finisher extends RewritingStream {
  private readonly source: string
  /** Where in the source a text begins that is not handed on yet, and where it ends. */
  private textFrom = 0
  private textTo = 0
  private readonly out: string[] = []
  private readonly notes: AnswerNote[] = []
  private readonly hashes = new Set<string>()
  /** `drop`: inside a script that goes; `hash`: inside an inline one that stays. */
  private script: 'none' | 'drop' | 'keep' | 'hash' = 'none'
  private scriptText = ''
  /** A `<div hidden>` waits here until it is known whether anything is in it. */
  private hiddenDiv: string | null = null
  private readonly seen = new Set<string>()
  private shell = false
  private ended = false

  constructor(source: string) {
    super()
    this.source = source
    const on = <T>(event: string, act: (token: T, raw: string) => void) =>
      this.on(event, (token, raw) => {
        this.flushText()
        act(token, raw)
      })
    on<StartTag>('startTag', (tag, raw) => this.startTag(tag, raw))
    on<EndTag>('endTag', (tag, raw) => this.endTag(tag, raw))
    on('doctype', (_, raw) => this.emitRaw(raw))
    on('comment', () => {})
  }

  run(): Finished {
    // One write of everything: the text is whole already, and so the work is synchronous.
    this.tokenizer.write(this.source, true)
    this.flushText()
    this.releaseHiddenDiv()
    return {
      html: this.out.join(''),
      note: merged(this.notes),
      scriptHashes: [...this.hashes],
      whole: this.ended && !this.shell,
    }
  }

  /**
   * Characters come a word at a time: that they are text, and to where, is all that is kept of them. (The parser's own way
   * puts them together with a new location for each word, which takes longer than the parsing.)
   */
  override onCharacter({ location }: Parameters<RewritingStream['onCharacter']>[0]): void {
    if (!location) return
    if (this.textTo === this.textFrom) this.textFrom = location.startOffset
    this.textTo = location.endOffset
  }

  private flushText(): void {
    if (this.textTo === this.textFrom) return
    this.text(this.source.slice(this.textFrom, this.textTo))
    this.textFrom = this.textTo
  }

  override emitRaw(html: string): void {
    if (this.script === 'drop') return
    this.releaseHiddenDiv()
    this.out.push(html)
  }

  private startTag(tag: StartTag, raw: string): void {
    if (this.script === 'drop') return
    if (tag.tagName === 'script') {
      this.startScript(tag)
      return
    }
    if (tag.tagName === 'html') this.shell ||= isErrorShell(tag)
    if (isUnwanted(tag, this.seen)) return
    if (tag.tagName === 'meta' && attribute(tag, 'name') === answerNoteName) {
      this.notes.push(decodeAnswerNote(attribute(tag, 'content') ?? ''))
      return
    }
    const isHiddenDiv =
      tag.tagName === 'div' && tag.attrs.length === 1 && tag.attrs[0]?.name === 'hidden'
    this.emitRaw(repaired(tag) ? serialised(tag) : raw)
    if (isHiddenDiv) this.hiddenDiv = this.out.pop() ?? null
  }

  private startScript(tag: StartTag): void {
    const kept = tag.attrs.some(({ name }) => name === marker)
    const empty = tag.selfClosing && this.parserFeedbackSimulator.inForeignContent
    if (!kept) {
      if (!empty) this.script = 'drop'
      return
    }
    tag.attrs = tag.attrs.filter(({ name }) => name !== marker)
    this.emitRaw(serialised(tag))
    if (empty) return
    this.script = isExecutable(tag) && attribute(tag, 'src') === undefined ? 'hash' : 'keep'
    this.scriptText = ''
  }

  private text(raw: string): void {
    if (this.script === 'hash') this.scriptText += raw
    // White space alone does not make a hidden div worth keeping.
    if (this.hiddenDiv !== null && raw.trim() === '') this.hiddenDiv += raw
    else this.emitRaw(raw)
  }

  private endTag(tag: EndTag, raw: string): void {
    if (tag.tagName === 'script') {
      const was = this.script
      this.script = 'none'
      if (was === 'drop') return
      if (was === 'hash') this.hashes.add(sourceHash(this.scriptText))
    }
    if (this.script === 'drop') return
    if (tag.tagName === 'html') this.ended = true
    if (this.hiddenDiv !== null && tag.tagName === 'div') {
      this.hiddenDiv = null
      return
    }
    this.emitRaw(raw)
  }

  private releaseHiddenDiv(): void {
    if (this.hiddenDiv === null) return
    this.out.push(this.hiddenDiv)
    this.hiddenDiv = null
  }
}

const attribute = (tag: StartTag, name: string): string | undefined =>
  tag.attrs.find((attr) => attr.name === name)?.value

function serialised(tag: StartTag): string {
  const attributes = tag.attrs.map(({ prefix, name, value }) => {
    const escaped = value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
    return ` ${prefix ? `${prefix}:` : ''}${name}${value === '' ? '' : `="${escaped}"`}`
  })
  return `<${tag.tagName}${attributes.join('')}${tag.selfClosing ? '/' : ''}>`
}

/** A CSP hash source of an inline script or style, without its quotes. */
export const sourceHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`

/** A layout and its page may each leave a note: the gravest status holds, and all keys. */
function merged(notes: readonly AnswerNote[]): AnswerNote | null {
  const gravest = notes.toSorted((a, b) => b.status - a.status)[0]
  if (!gravest) return null
  return { ...gravest, keys: [...new Set(notes.flatMap((note) => note.keys))] }
}
