import { type AnswerNote, answerNoteName, decodeAnswerNote } from '../../lib/answer-note.ts'
import { sourceHash } from '../http/source-hash.ts'
import {
  isErrorShell,
  isExecutable,
  isUnwanted,
  marker,
  repaired,
  type Tag,
} from './finish-rules.ts'

export type Finished = {
  html: string
  /** What the page says about its answer; null when it says nothing. */
  note: AnswerNote | null
  /** CSP source expressions, such as `sha256-…`, of the inline scripts that stay (CSP Level 3, 2.3.1). */
  scriptHashes: readonly string[]
  /** Whether the document reached its end and is not the empty shell Next sends when a render failed. */
  whole: boolean
}

/** Told what stands in a document, piece by piece, it puts together what readers get of it. */
export class Finisher {
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

  /** What no rule is about: a doctype, and tags that say nothing to one. */
  write(raw: string): void {
    if (this.script === 'drop') return
    this.releaseHiddenDiv()
    this.out.push(raw)
  }

  /**
   * @param raw the tag as it stands in the document
   * @param endsItself whether it is an element without content: `<script/>` in SVG
   */
  startTag(tag: Tag, raw: string, endsItself: boolean): void {
    if (this.script === 'drop') return
    if (tag.tagName === 'script') {
      this.startScript(tag, endsItself)
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
    this.write(repaired(tag) ? serialised(tag) : raw)
    if (isHiddenDiv) this.hiddenDiv = this.out.pop() ?? null
  }

  text(raw: string): void {
    if (this.script === 'hash') this.scriptText += raw
    // White space alone does not make a hidden div worth keeping.
    if (this.hiddenDiv !== null && raw.trim() === '') this.hiddenDiv += raw
    else this.write(raw)
  }

  endTag(tagName: string, raw: string): void {
    if (tagName === 'script') {
      const was = this.script
      this.script = 'none'
      if (was === 'drop') return
      if (was === 'hash') this.hashes.add(sourceHash(this.scriptText))
    }
    if (this.script === 'drop') return
    if (tagName === 'html') this.ended = true
    if (this.hiddenDiv !== null && tagName === 'div') {
      this.hiddenDiv = null
      return
    }
    this.write(raw)
  }

  /** When the document is at its end. */
  finished(): Finished {
    this.releaseHiddenDiv()
    return {
      html: this.out.join(''),
      note: merged(this.notes),
      scriptHashes: [...this.hashes],
      whole: this.ended && !this.shell,
    }
  }

  private startScript(tag: Tag, endsItself: boolean): void {
    if (!tag.attrs.some(({ name }) => name === marker)) {
      if (!endsItself) this.script = 'drop'
      return
    }
    tag.attrs = tag.attrs.filter(({ name }) => name !== marker)
    this.write(serialised(tag))
    if (endsItself) return
    this.script = isExecutable(tag) && attribute(tag, 'src') === undefined ? 'hash' : 'keep'
    this.scriptText = ''
  }

  private releaseHiddenDiv(): void {
    if (this.hiddenDiv === null) return
    this.out.push(this.hiddenDiv)
    this.hiddenDiv = null
  }
}

const attribute = (tag: Tag, name: string): string | undefined =>
  tag.attrs.find((attr) => attr.name === name)?.value

function serialised(tag: Tag): string {
  const attributes = tag.attrs.map(({ prefix, name, value }) => {
    const escaped = value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
    return ` ${prefix ? `${prefix}:` : ''}${name}${value === '' ? '' : `="${escaped}"`}`
  })
  return `<${tag.tagName}${attributes.join('')}${tag.selfClosing ? '/' : ''}>`
}

/** A layout and its page may each leave a note: the gravest status holds, and all keys. */
function merged(notes: readonly AnswerNote[]): AnswerNote | null {
  const gravest = notes.toSorted((a, b) => b.status - a.status)[0]
  if (!gravest) return null
  return { ...gravest, keys: [...new Set(notes.flatMap((note) => note.keys))] }
}
