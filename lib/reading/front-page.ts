import type { FrontPage as StoredFrontPage } from '../../newsroom/payload-types.ts'
import type { Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import { readOnThisDay } from './archive/on-this-day.ts'
import { arrange } from './arrangement.ts'
import { keysOfCards, readCards, readCardsInOrder } from './cards.ts'
import { readMostRead } from './most-read.ts'
import { asReader, newsroom } from './newsroom.ts'
import { readTerms, type Term } from './taxonomies.ts'
import type { FrontPage, Read, StoryCard, StripLayout } from './types.ts'

const secondsCount = 3
const anniversaryCount = 3
const mostReadCount = 5
const storiesOf: Record<StripLayout, number> = { cards: 4, numbered: 5, gallery: 4, series: 4 }
const fields = { sections: 'section', series: 'series', topics: 'topics' } as const

type StoredStrip = NonNullable<StoredFrontPage['strips']>[number]
const numbers = (values: readonly unknown[] | null | undefined): number[] =>
  (values ?? []).filter((value): value is number => typeof value === 'number')

async function readPlan(language: Language): Promise<StoredFrontPage | undefined> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'front-pages',
    where: { language: { equals: language } },
    limit: 1,
    ...asReader(language),
  })
  return docs[0]
}

async function readStrips(strips: readonly StoredStrip[], language: Language, spare: number) {
  return await Promise.all(
    strips.map(async (strip) => {
      const { relationTo, value } = strip.source
      const id = Number(value)
      const term = (await readTerms(relationTo, [id], language)).get(id)
      const size = storiesOf[strip.layout]
      const picked = numbers(strip.stories)
      const [first, latest] = await Promise.all([
        readCardsInOrder(picked, language),
        // The top of the page may have taken as many as `spare` of them.
        readCards(language, { [fields[relationTo]]: { equals: id } }, size + spare),
      ])
      return { term, layout: strip.layout, size, candidates: [...first, ...latest] }
    }),
  )
}

const stripOf = (term: Term, layout: StripLayout, stories: readonly StoryCard[]) => ({
  title: term.name,
  href: term.href,
  description: term.description,
  layout,
  accent: term.accent,
  stories,
})

/**
 * The front page as the desk planned it. Empty places at the top fill with stories flagged for the front
 * page, then with the latest; each strip fills from its own source; no story stands twice.
 */
export async function readFrontPage(language: Language): Promise<Read<FrontPage>> {
  const plan = await readPlan(language)
  const top = 1 + secondsCount
  const strips = plan?.strips ?? []
  const [lead, seconds, flagged, latest, filled, anniversaries, read] = await Promise.all([
    readCardsInOrder(numbers([plan?.lead]), language),
    readCardsInOrder(numbers(plan?.seconds), language),
    readCards(language, { onFrontPage: { equals: true } }, top * 2),
    readCards(language, {}, top * 2),
    readStrips(strips, language, top + strips.length * 2),
    readOnThisDay(language, 1, anniversaryCount),
    readMostRead(language, mostReadCount),
  ])
  const layout = arrange(
    { lead: lead[0] ?? null, seconds, filler: [...flagged, ...latest], secondsCount },
    filled.map(({ candidates, size }) => ({ candidates, size })),
  )
  const page: Omit<FrontPage, 'onThisDay' | 'mostRead'> = {
    lead: layout.lead,
    seconds: layout.seconds,
    strips: filled.flatMap(({ term, layout: kind }, index) => {
      const stories = layout.strips[index] ?? []
      return term && stories.length > 0 ? [stripOf(term, kind, stories)] : []
    }),
  }
  const shown = [page.lead, ...page.seconds, ...page.strips.flatMap(({ stories }) => stories)]
  const { day, years } = anniversaries.page
  const stories = years
    .flatMap((year) => year.stories)
    .filter(({ id }) => !shown.some((card) => card?.id === id))
  return {
    page: {
      ...page,
      mostRead: read.page.day.length > 0 ? read.page.day : read.page.week,
      onThisDay: { day, stories },
    },
    keys: [
      ...anniversaries.keys,
      ...read.keys,
      ...keysOfCards(shown.filter((card) => card !== null)),
      ...(plan ? [documentKey('front-pages', plan.id)] : []),
      ...filled.flatMap(({ term }, index) => {
        const relationTo = strips[index]?.source.relationTo
        return term && relationTo ? [documentKey(relationTo, term.id)] : []
      }),
    ],
  }
}
