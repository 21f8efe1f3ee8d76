import type { Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import { dayAt, keysOfDay, readAnniversaries } from './archive/on-this-day.ts'
import { type Arrangement, arrange } from './arrangement.ts'
import { keysOfCards, readCardsInOrder } from './cards.ts'
import { type Filling, type FrontPlan, readFilling, readPlan } from './front-plan.ts'
import { mostReadOf, readRanked } from './most-read.ts'
import type { FrontPage, Read, StoryCard, StripLayout } from './types.ts'

const secondsCount = 3
const anniversaryCount = 3
const mostReadCount = 5
const storiesOf: Record<StripLayout, number> = { cards: 4, numbered: 5, gallery: 4, series: 4 }

type Numbered = { id: number }
type Cards = ReadonlyMap<number, StoryCard>

/** Gives every place of the plan the number of a story; those that are `absent` have no card. */
function arranged(
  plan: FrontPlan,
  { flagged, latest, strips }: Filling,
  absent: ReadonlySet<number>,
): Arrangement<Numbered> {
  const present = (ids: readonly number[]): Numbered[] =>
    ids.filter((id) => !absent.has(id)).map((id) => ({ id }))
  const [lead = null] = present(plan.lead === null ? [] : [plan.lead])
  return arrange(
    {
      lead,
      seconds: present(plan.seconds),
      filler: present([...flagged, ...latest]),
      secondsCount,
    },
    plan.strips.map(({ stories, layout }, at) => ({
      candidates: present([...stories, ...(strips[at] ?? [])]),
      size: storiesOf[layout],
    })),
  )
}

const numbersOf = ({ lead, seconds, strips }: Arrangement<Numbered>): number[] =>
  [...(lead ? [lead] : []), ...seconds, ...strips.flat()].map(({ id }) => id)

/**
 * Arranges numbers first, so that cards are read of what is shown alone. A story that has none after all (its section
 * has lost its name in the language) makes room for another one.
 */
async function readArranged(
  plan: FrontPlan,
  filling: Filling,
  others: readonly number[],
  language: Language,
): Promise<{ layout: Arrangement<Numbered>; cards: Cards }> {
  const absent = new Set<number>()
  for (;;) {
    const layout = arranged(plan, filling, absent)
    const ids = numbersOf(layout)
    const read = await readCardsInOrder([...new Set([...ids, ...others])], language)
    const cards = new Map(read.map((card) => [card.id, card]))
    const missing = ids.filter((id) => !cards.has(id))
    if (missing.length === 0) return { layout, cards }
    for (const id of missing) absent.add(id)
  }
}

/**
 * The front page as the desk planned it. Empty places at the top fill with stories flagged for the front
 * page, then with the latest; each strip fills from its own source; no story stands twice.
 */
export async function readFrontPage(language: Language): Promise<Read<FrontPage>> {
  const day = dayAt(new Date())
  const [plan, anniversaries, ranked] = await Promise.all([
    readPlan(language),
    readAnniversaries(language, day, 1, anniversaryCount),
    readRanked(language),
  ])
  const filling = await readFilling(plan.strips, language)
  const others = [...anniversaries, ...ranked.day, ...ranked.week]
  const { layout, cards } = await readArranged(plan, filling, others, language)
  const cardsOf = (ids: readonly number[]): StoryCard[] => ids.flatMap((id) => cards.get(id) ?? [])
  const placed = (stories: readonly Numbered[]) => cardsOf(stories.map(({ id }) => id))
  const read = mostReadOf(ranked, [...cards.values()], language, mostReadCount)
  const [lead = null] = placed(layout.lead ? [layout.lead] : [])
  const page: FrontPage = {
    lead,
    seconds: placed(layout.seconds),
    strips: plan.strips.flatMap(({ term, layout: kind }, at) => {
      const stories = placed(layout.strips[at] ?? [])
      return term && stories.length > 0 ? [{ ...term, layout: kind, stories }] : []
    }),
    mostRead: read.page.day.length > 0 ? read.page.day : read.page.week,
    onThisDay: { day, stories: [] },
  }
  const shown = [lead ?? [], page.seconds, page.strips.flatMap(({ stories }) => stories)].flat()
  const isShown = new Set(shown.map(({ id }) => id))
  const remembered = cardsOf(anniversaries)
  const stories = remembered.filter(({ id }) => !isShown.has(id))
  return {
    page: { ...page, onThisDay: { day, stories } },
    keys: [
      ...keysOfDay(language, day),
      ...keysOfCards(remembered),
      ...read.keys,
      ...keysOfCards(shown),
      ...(plan.id === null ? [] : [documentKey('front-pages', plan.id)]),
      ...plan.strips.flatMap(({ term, source }) =>
        term ? [documentKey(source.collection, source.id)] : [],
      ),
    ],
  }
}
