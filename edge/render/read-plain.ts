import { marker, type Tag } from './finish-rules.ts'
import type { Finisher } from './finisher.ts'

const attributes = String.raw`((?: [\w:.-]+(?:="[^"<>]*")?)*)`
const startTag = new RegExp(`<([a-zA-Z][\\w:-]*)${attributes} ?(/?)>`, 'y')
const endTag = /<\/([a-zA-Z][\w:-]*)>/y
/** A comment of React's, or the doctype: neither holds a sign that could end it early. */
const declaration = /<!(?:--([^<>-]*)--|doctype html)>/iy

/** Elements whose content is text to a browser, whatever it looks like (HTML, 13.2.5). */
const textElements = /^(?:script|style|title|textarea|noscript|iframe|noembed|noframes|xmp)$/
/** Of a script: up to its own end, with nothing in it that changes what its end is (HTML, 13.2.5.15 to 31). */
const scriptText = /[^<]*(?:<(?!\/|!--|script)[^<]*)*<\/script>/iy
/** Links stand in a noscript. Nothing that a rule is about may stand in any other. */
const noscriptText = /[^<]*(?:<link(?: [\w:.-]+(?:="[^"<>]*")?)* ?\/?>[^<]*)*<\/noscript>/y
const otherText = /[^<]*<\/(\w+)>/y

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

/**
 * Reads a document in the narrow grammar in which React and Next write it, in which every parser of HTML finds the same tags:
 * attributes in double quotes, `<` and `>` nowhere but around a tag, and of SVG no more than drawings need.
 * @returns false, at the first sign that is written otherwise: what the finisher was told is worth nothing then
 */
export function readPlain(html: string, finisher: Finisher): boolean {
  if (html.includes('\r') || html.includes('\0')) return false
  let at = 0
  /** Within an element of SVG: what is text in HTML is none there. */
  let inSvg = false
  const matched = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(html)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < html.length) {
    const sign = html.indexOf('<', at)
    if (sign !== at) {
      const end = sign === -1 ? html.length : sign
      finisher.text(html.slice(at, end))
      at = end
      continue
    }
    const next = html[at + 1]
    if (next === '!') {
      const match = matched(declaration)
      if (!match) return false
      if (match[1] === undefined) finisher.write(match[0])
    } else if (next === '/') {
      const match = matched(endTag)
      if (!match) return false
      const name = match[1]?.toLowerCase() ?? ''
      if (name === 'svg') {
        if (!inSvg) return false
        inSvg = false
      }
      finisher.endTag(name, match[0])
    } else {
      const match = matched(startTag)
      const name = match?.[1]?.toLowerCase()
      if (!match || name === undefined || (inSvg && notInSvg.test(name))) return false
      if (name === 'svg') {
        if (match[3]) return false
        inSvg = true
      }
      if (!readStart(match, name, inSvg, finisher)) return false
      if (textElements.test(name) && !readText(name)) return false
    }
  }
  return true

  function readText(name: string): boolean {
    const from = at
    const pattern = name === 'script' ? scriptText : name === 'noscript' ? noscriptText : otherText
    const match = matched(pattern)
    if (!match || (match[1] ?? name) !== name) return false
    const to = at - `</${name}>`.length
    const text = html.slice(from, to)
    if (inSvg && text.includes('<')) return false
    if (text) finisher.text(text)
    finisher.endTag(name, html.slice(to, at))
    return true
  }
}

/** Elements that lead out of SVG, into HTML again or deeper. */
const notInSvg = /^(?:svg|foreignobject|desc)$/
/** Elements that change how all that follows is read, and a name that browsers take for another. */
const leftToParser = /^(?:plaintext|math|image)$/
const isMarked = new RegExp(marker, 'i')

/** Tags that a rule of `finish-rules.ts` is about. */
const isOfInterest = (name: string, attrs: string): boolean =>
  name === 'script' ||
  name === 'link' ||
  name === 'meta' ||
  name === 'html' ||
  (name === 'div' && /^ hidden/i.test(attrs)) ||
  isMarked.test(attrs) ||
  / (?:form)?action(?:=""| |$)/i.test(attrs)

function readStart(
  match: RegExpExecArray,
  name: string,
  isForeign: boolean,
  finisher: Finisher,
): boolean {
  const [raw, , attrs = '', slash] = match
  if (leftToParser.test(name) || (slash && textElements.test(name))) return false
  if (!isOfInterest(name, attrs)) {
    finisher.write(raw)
    return true
  }
  // Names have other letters in SVG.
  if (isForeign) return false
  const tag = read(name, attrs, slash === '/')
  if (!tag) return false
  finisher.startTag(tag, raw, false)
  return true
}

const mostAttributes = 100

/** Null when a value holds a character reference that React does not write, or a name stands twice. */
function read(tagName: string, text: string, selfClosing: boolean): Tag | null {
  const attrs: Tag['attrs'] = []
  for (const [, written = '', value = ''] of text.matchAll(/ ([\w:.-]+)(?:="([^"]*)")?/g)) {
    const name = written.toLowerCase()
    if (attrs.length === mostAttributes || attrs.some((attr) => attr.name === name)) return null
    let known = true
    const plain = value.replace(/&[^;]*;?/g, (reference) => {
      const sign = references[reference]
      known &&= sign !== undefined
      return sign ?? ''
    })
    if (!known) return null
    attrs.push({ name, value: plain })
  }
  return { tagName, attrs, selfClosing }
}
