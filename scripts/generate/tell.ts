import type { Language } from '../../lib/languages.ts'
import * as make from '../../newsroom/import/lexical-nodes.ts'
import { type Beat, beats } from './beats.ts'
import * as words from './phrases.ts'
import { type Random, randomOf } from './random.ts'

/** What a text may refer to; null: it has no such thing. */
export type Refers = { picture: number | null; gallery: readonly number[]; earlier: Earlier | null }
export type Earlier = { id: number; headline: string }

export type Telling = {
  headline: string
  kicker: string
  standfirst: string
  dateline: string
  body: { root: make.Node }
}

/** A story before it is told in a language. */
export type Plot = {
  beat: Beat
  tell(language: Language, refers: Refers): Telling
  /** For what else is chosen for the story; the text does not depend on it. */
  random: Random
}

type Values = Readonly<Record<string, words.Pair>>
type Line = { pair: words.Pair; values: Values }

const sideOf = (pair: words.Pair, language: Language): string => pair[language === 'zh' ? 1 : 0]

/** Fills `{place}` and its kin; an English sentence begins with a capital. */
function say({ pair, values }: Line, language: Language): string {
  const filled = sideOf(pair, language).replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (!value) throw new Error(`The phrase "${pair[0]}" asks for {${name}}`)
    return sideOf(value, language)
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

const number = (value: number): words.Pair => [String(value), String(value)]

/**
 * The `index`th story that follows from a seed. Every language tells the same: the same place, thing,
 * event and figures, in sentences from the same tables.
 */
export function plotOf(seed: number, index: number): Plot {
  const random = randomOf(seed, index)
  const beat = random.pick(beats)
  const own = { place: random.pick(words.places), subject: random.pick(beat.subjects) }
  const line = (pair: words.Pair): Line => ({
    pair,
    values: {
      ...own,
      number: number(random.between(3, 900)),
      share: number(random.between(4, 96)),
      month: random.pick(words.months),
    },
  })
  const headline = line(random.pick(beat.events))
  const standfirst = line(random.pick(words.standfirsts))
  const opening = line(random.pick(beat.openings))
  const sentences = random.some(words.sentences, random.between(9, 16)).map(line)
  const heading = random.pick(words.headings)
  const facts = random.some(words.facts, 3).map(line)
  const shape = { hasFacts: random.next() < 0.3, hasQuote: random.next() < 0.25 }
  const paragraphs = inParagraphs(sentences, random)
  const tell = (language: Language, refers: Refers): Telling => {
    const text = (lines: readonly Line[]) =>
      lines.map((each) => say(each, language)).join(language === 'zh' ? '' : ' ')
    const told = [[opening, ...(paragraphs[0] ?? [])], ...paragraphs.slice(1)].map(text)
    return {
      headline: say(headline, language),
      kicker: sideOf(beat.kicker, language),
      standfirst: say(standfirst, language),
      dateline: sideOf(words.dateline, language),
      body: bodyOf(told, {
        heading: sideOf(heading, language),
        quote: shape.hasQuote ? text(sentences.slice(0, 1)) : null,
        facts: shape.hasFacts ? facts.map((fact) => say(fact, language)) : [],
        factTitle: sideOf(words.factTitle, language),
        furtherReading: sideOf(words.furtherReading, language),
        refers,
      }),
    }
  }
  return { beat, tell, random }
}

function inParagraphs(sentences: readonly Line[], random: Random): Line[][] {
  const paragraphs: Line[][] = []
  for (let from = 0; from < sentences.length; ) {
    const length = random.between(2, 4)
    paragraphs.push(sentences.slice(from, from + length))
    from += length
  }
  return paragraphs
}

type Parts = {
  heading: string
  quote: string | null
  facts: readonly string[]
  factTitle: string
  furtherReading: string
  refers: Refers
}

const plain = (value: string): make.Node => make.text(value, { bold: false, italic: false })

/** The stored text of the editor, of the nodes that the importer writes. */
function bodyOf(paragraphs: readonly string[], parts: Parts): { root: make.Node } {
  const { refers, facts } = parts
  const [first = '', second = '', ...rest] = paragraphs
  const nodes = [make.paragraph([plain(first)])]
  if (refers.picture !== null)
    nodes.push(make.block('picture', { picture: refers.picture, wide: false }))
  nodes.push(make.paragraph([plain(second)]))
  if (parts.quote !== null) nodes.push(make.block('pullQuote', { text: parts.quote, source: null }))
  nodes.push(make.heading(2, [plain(parts.heading)]))
  nodes.push(...rest.map((text) => make.paragraph([plain(text)])))
  if (facts.length > 0) {
    const items = facts.map((fact, at) => make.listItem(at + 1, [plain(fact)]))
    const body = make.root([make.list(false, items)])
    nodes.push(make.block('factBox', { title: parts.factTitle, body }))
  }
  if (refers.gallery.length > 1)
    nodes.push(make.block('gallery', { title: null, pictures: [...refers.gallery] }))
  if (refers.earlier) {
    const { id, headline } = refers.earlier
    const to = { linkType: 'internal', doc: { relationTo: 'articles', value: id } } as const
    nodes.push(make.paragraph([plain(parts.furtherReading), make.link(to, [plain(headline)])]))
  }
  return make.root(nodes)
}
