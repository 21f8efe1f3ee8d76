import { randomUUID } from 'node:crypto'
import { type Language, languageCodes } from '../../lib/languages.ts'
import { readingMinutes } from '../../lib/reading-time.ts'
import { proposeSlug } from '../../lib/slugs.ts'
import { hasBlock, plainText } from '../../lib/story/lexical.ts'
import { storyPath } from '../../lib/urls.ts'
import type { Random } from './random.ts'
import type { Stock } from './stock.ts'
import { type Earlier, plotOf, type Refers, type Telling } from './tell.ts'

/** A row of `articles` and what hangs on it, named as the tables name it. */
export type StoryRow = Telling & {
  id: number
  language: Language
  slug: string
  path: string
  /** ISO 8601. */
  published_at: string
  picture_id: number
  section_id: number
  series_id: number | null
  genre: 'news' | 'report' | 'background'
  on_front_page: boolean
  translation_of_id: number | null
  translation_group: string
  minutes: number
  has_gallery: boolean
  topics: readonly number[]
  bylines: readonly { id: string; person_id: number; role: 'text' | 'translation' }[]
}

export type Run = {
  seed: number
  stock: Stock
  /** Stories are dated from 15 years before this moment up to it. */
  until: Date
}

const years = 15
const dayMs = 24 * 60 * 60 * 1000

/** Objects' ids as Payload makes them for rows of an array: 12 bytes, hexadecimal. */
const rowId = () => randomUUID().replaceAll('-', '').slice(0, 24)

/**
 * A story in the languages that tell it, the first of which was written first; in no more of them than
 * there are `ids`.
 * @param earlier what a story of a language may link to
 */
export function storiesOf(
  run: Run,
  index: number,
  ids: readonly number[],
  earlier: Partial<Record<Language, Earlier>>,
): StoryRow[] {
  const { stock, seed, until } = run
  const plot = plotOf(seed, index)
  const { random, beat } = plot
  const known = (choices: readonly { id: number; slug: string }[], slugs: readonly string[]) => {
    const fitting = choices.filter(({ slug }) => slugs.includes(slug))
    return (fitting.length > 0 ? fitting : choices).map(({ id }) => id)
  }
  const publishedAt = dateBefore(until, random)
  const shared = {
    published_at: publishedAt,
    picture_id: random.pick(stock.pictures),
    section_id: random.pick(known(stock.sections, [beat.section])),
    series_id: stock.series.length > 0 && random.next() < 0.1 ? random.pick(stock.series).id : null,
    genre: random.pick(['news', 'news', 'news', 'report', 'background'] as const),
    on_front_page: random.next() < 0.01,
    translation_group: randomUUID(),
    topics: random.some(known(stock.topics, beat.topics), random.between(1, 3)),
  }
  const refers = {
    picture: random.next() < 0.4 ? random.pick(stock.pictures) : null,
    gallery: random.next() < 0.05 ? random.some(stock.pictures, 4) : [],
  }
  const writer = random.pick(stock.people).id
  const translator = random.pick(stock.people).id
  const linksBack = random.next() < 0.25
  const inLanguages = languagesOf(random)
  let slug = ''
  const rows: StoryRow[] = []
  for (const [place, id] of ids.entries()) {
    const language = inLanguages[place]
    if (!language) break
    const told: Refers = { ...refers, earlier: (linksBack && earlier[language]) || null }
    const telling = plot.tell(language, told)
    slug ||= `${proposeSlug(telling.headline)}-${index}`
    rows.push({
      ...shared,
      ...telling,
      id,
      language,
      slug,
      path: storyPath(language, publishedAt, slug),
      minutes: readingMinutes(plainText(telling.body)),
      has_gallery: hasBlock(telling.body, 'gallery'),
      translation_of_id: rows[0]?.id ?? null,
      bylines: [
        { id: rowId(), person_id: writer, role: 'text' },
        ...(place > 0 && translator !== writer
          ? [{ id: rowId(), person_id: translator, role: 'translation' as const }]
          : []),
      ],
    })
  }
  return rows
}

/** Four of five are told in every language, as on the desk of a portal of two. */
function languagesOf(random: Random): Language[] {
  const inOrder = random.some(languageCodes, languageCodes.length)
  return random.next() < 0.8 ? inOrder : inOrder.slice(0, 1)
}

function dateBefore(until: Date, random: Random): string {
  const back = Math.floor(random.next() * years * 365.25 * dayMs)
  return new Date(until.getTime() - back).toISOString()
}
