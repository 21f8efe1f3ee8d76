import type { SearchDocument } from '../document.ts'
import { slotsOf } from '../text/slots.ts'
import { tokensOf } from '../text/tokens.ts'
import {
  languageMarker,
  personMarker,
  pictureMarker,
  sectionMarker,
  seriesMarker,
  timeMarkers,
  topicMarker,
} from './markers.ts'

/** Headline, standfirst, captions and names, body (PostgreSQL, 8.11.1). */
export type Weight = 'A' | 'B' | 'C' | 'D'

/**
 * PostgreSQL counts positions up to 16,383 and takes all behind it for one. They begin anew here instead:
 * neighbours stay neighbours in stories of any length, and only now and then words do that stand a
 * book's length apart.
 */
const mostPositions = 16_000
/** Slots between two texts, so that no phrase runs from one into the next. */
const gap = 8
/** Positions of one term that PostgreSQL keeps. */
const mostOfTerm = 255
/** A vector holds 1 MB of terms; what is further down in a text of such length is not indexed. */
const mostBytes = 900_000

/** Builds the text form of a tsvector (`'term':1A,5`), its limits kept. */
export class VectorBuilder {
  private readonly places = new Map<string, string[]>()
  private next = 0
  private bytes = 0

  add(text: string, weight: Weight): this {
    const slots = slotsOf(text)
    // What weighs least need not be counted either: a third of the vector is saved.
    for (const { term, at, inner } of tokensOf(slots))
      this.put(term, inner && weight === 'D' ? null : this.next + at, weight)
    this.next += slots.slots.length + gap
    return this
  }

  /** A term that stands nowhere: it is found, and has no part in ranking. */
  mark(marker: string): this {
    this.places.set(marker, [])
    return this
  }

  /** A name that is looked up by its number: it ranks as a text of that weight would. */
  name(marker: string, weight: Weight): this {
    this.put(marker, this.next, weight)
    this.next += gap
    return this
  }

  /** @param at null: it is there, wherever. */
  private put(term: string, at: number | null, weight: Weight): void {
    const known = this.places.get(term)
    if (!known) {
      this.bytes += Buffer.byteLength(term) + 8
      if (this.bytes > mostBytes) return
      this.places.set(term, at === null ? [] : [place(at, weight)])
    } else if (at !== null && known.length < mostOfTerm) {
      this.bytes += 2
      known.push(place(at, weight))
    }
  }

  toString(): string {
    const lexemes = [...this.places].map(
      ([term, places]) => `${quoted(term)}${places.length > 0 ? `:${places.join(',')}` : ''}`,
    )
    return lexemes.join(' ')
  }
}

const place = (at: number, weight: Weight): string =>
  `${(at % mostPositions) + 1}${weight === 'D' ? '' : weight}`

/** A term in the text form of tsvector and tsquery. */
export const quoted = (term: string): string =>
  `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

function markersOf(document: SearchDocument): string[] {
  const { language, section, series, publishedAt, pictures } = document
  return [
    languageMarker(language),
    ...timeMarkers(language, publishedAt),
    ...(section === null ? [] : [sectionMarker(section)]),
    ...(series === null ? [] : [seriesMarker(series)]),
    ...pictures.map(pictureMarker),
  ]
}

/**
 * The two vectors of a story: `words` of all that it says; `head` of headline, standfirst, topics and
 * bylines alone, which is small enough to be read for a thousand stories in one search.
 */
export function vectorsOf(document: SearchDocument): { head: string; words: string } {
  const builder = new VectorBuilder()
  for (const marker of markersOf(document)) builder.mark(marker)
  builder.add(document.headline, 'A').add(document.standfirst, 'B')
  for (const topic of document.topics) builder.name(topicMarker(topic), 'C')
  for (const person of document.people) builder.name(personMarker(person), 'C')
  const head = builder.toString()
  for (const caption of document.captions) builder.add(caption, 'C')
  for (const text of document.body) builder.add(text, 'D')
  return { head, words: builder.toString() }
}
