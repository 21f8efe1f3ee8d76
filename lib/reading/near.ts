import { readCardsInOrder } from './cards.ts'
import type { StoryDetail } from './details.ts'
import { newestOf, places } from './statements/places.ts'
import { statement } from './statements/statement.ts'
import type { StoryCard } from './types.ts'

const relatedCount = 4
/** Stories of each topic among which those are looked for that share several. */
const ofTopic = 24

const inSeries = `${places.series.from} where ${places.series.holds('$3')}`
/** Itself, the next of its series, and as many as are shown. */
const few = relatedCount + 2

/**
 * What stands near a story `$2`: the one that came out after it in its series `$3` (for the newest, the series' first),
 * and the closest others. Of the same series first, then those that share most topics `$4`, then of its section `$5`;
 * the newest first in each. However many stories there are, a few from the top of each list are looked at.
 */
const near = statement(
  'near a story',
  `with next as (
     (select l.id, 1 as choice from ${inSeries} and (l.published_at, l.id) > ($6::timestamptz, $2::int)
       order by l.published_at, l.id limit 1)
     union all
     (select l.id, 2 from ${inSeries} and l.id <> $2::int
       order by l.published_at, l.id limit 1)
     order by choice limit 1
   ), close as (
     select id, at from (${newestOf(places.series, '$3', few)}) s
     union
     select n.id, n.at from unnest($4::int[]) t(id)
       cross join lateral (${newestOf(places.topic, 't.id', ofTopic)}) n
     union
     select id, at from (${newestOf(places.section, '$5', few)}) s
   )
   select 'next' as what, n.id from next n
   union all
   (select 'related', c.id from close c join articles a on a.id = c.id
    where c.id <> $2::int and not exists (select from next n where n.id = c.id)
    order by a.series_id is not distinct from $3::int and $3::int is not null desc, (
        select count(*) from articles_rels r where r.parent_id = c.id and r.topics_id = any($4::int[])
      ) desc, c.at desc, c.id desc
    limit ${relatedCount})`,
)

/** What a reader may go on to from a story. */
export async function readNear(
  story: StoryDetail,
): Promise<{ related: StoryCard[]; next: StoryCard | null }> {
  const { topics, sectionId, seriesId } = story
  const { id, language, publishedAt } = story.card
  const rows = await near(
    language,
    id,
    seriesId,
    topics.map((topic) => topic.id),
    sectionId,
    publishedAt,
  )
  const nextId = rows.find(({ what }) => what === 'next')?.id
  const cards = await readCardsInOrder(
    rows.map((row) => Number(row.id)),
    language,
  )
  return {
    related: cards.filter((card) => card.id !== nextId),
    next: cards.find((card) => card.id === nextId) ?? null,
  }
}
