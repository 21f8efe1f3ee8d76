import type pg from 'pg'
import type { Logger } from 'pino'
import { isLanguage, languageCodes } from '../../lib/languages.ts'
import { mostReadKey } from '../../lib/purge-keys.ts'
import { inTransaction, withDatabase } from './in-transaction.ts'
import { tidyReads } from './tidy-reads.ts'

/** What a list of the most read takes. Fewer reads say more of chance, and of single readers, than of a story. */
export const thresholds = {
  /** Reads of a story within the period. */
  reads: 10,
  /** Stories that have as many; with fewer there is no list. */
  stories: 5,
  /** Places that are kept: more than are shown, for when one is withdrawn. */
  places: 20,
} as const

/** Of all edges, one ranks at a time. */
const lockNumber = 7316422

export type RankOptions = {
  databaseUrl: string
  log: Logger
  /** ms between rankings. */
  interval?: number
}

/** Ranks what is read most every five minutes, and once soon after the start. */
export function startRanking(options: RankOptions): { close(): Promise<void> } {
  const { databaseUrl, log, interval = 5 * 60_000 } = options
  let running: Promise<void> = Promise.resolve()
  let fails = false
  const rank = async (): Promise<void> => {
    try {
      await withDatabase({ databaseUrl, name: 'portal-ranking', timeout: 30_000 }, rankReads)
      fails = false
    } catch (error) {
      if (!fails)
        log.error({ err: error }, 'what is read most cannot be ranked; it stays as it was')
      fails = true
    }
  }
  const inTurn = () => {
    running = running.then(rank)
  }
  const timer = setInterval(inTurn, interval)
  const first = setTimeout(inTurn, Math.min(interval, 20_000))
  timer.unref()
  first.unref()
  return {
    close: async () => {
      clearInterval(timer)
      clearTimeout(first)
      await running
    },
  }
}

/** The 24 hours and 7 days up to now, in whole hours. */
const ranking = `
  with sums as (
    select a.language, p.period, h.article_id, sum(h.reads) as reads
    from (values ('day', interval '24 hours'), ('week', interval '7 days')) as p (period, length)
    join reading_hours h on h.hour >= date_trunc('hour', now() - p.length)
    join articles a on a.id = h.article_id and a._status = 'published' and a.published_at <= now()
    group by 1, 2, 3 having sum(h.reads) >= $1
  ), ranked as (
    select *, row_number() over (partition by language, period order by reads desc, article_id desc)
        as place,
      count(*) over (partition by language, period) as stories
    from sums
  )
  select language::text, period, place::int, article_id from ranked
  where place <= $2 and stories >= $3 order by language, period, place`

type Place = { language: string; period: string; place: number; article_id: number }

const listsOf = (places: readonly Place[]): Map<string, string> =>
  new Map(
    languageCodes.map((language) => [
      language,
      places
        .filter((entry) => entry.language === language)
        .map(({ period, place, article_id }) => `${period} ${place} ${article_id}`)
        .join(),
    ]),
  )

/**
 * Makes the lists of what is read most. A language whose lists came out otherwise than the last time is
 * written to the outbox, so that every edge drops what shows them; nothing else is touched. The edge that
 * ranks also lets go of reads that are not needed any more.
 * @returns the languages that changed; none while another edge ranks
 * @throws {Error} of the database.
 */
export const rankReads = (client: pg.ClientBase): Promise<string[]> =>
  inTransaction(client, () => rank(client))

async function rank(client: pg.ClientBase): Promise<string[]> {
  const lock = await client.query<{ ok: boolean }>('select pg_try_advisory_xact_lock($1) as ok', [
    lockNumber,
  ])
  if (lock.rows[0]?.ok !== true) return []
  const { reads, places, stories } = thresholds
  const { rows: now } = await client.query<Place>(ranking, [reads, places, stories])
  const { rows: last } = await client.query<Place>(
    'select language::text, period, place, article_id from most_read order by 1, 2, 3',
  )
  const before = listsOf(last)
  const changed = [...listsOf(now)].flatMap(([language, list]) =>
    isLanguage(language) && list !== before.get(language) ? [language] : [],
  )
  for (const language of changed) {
    await client.query('delete from most_read where language = $1', [language])
    const own = now.filter((entry) => entry.language === language)
    await client.query(
      `insert into most_read (language, period, place, article_id)
       select $1, * from unnest($2::text[], $3::int[], $4::int[])`,
      [
        language,
        own.map(({ period }) => period),
        own.map(({ place }) => place),
        own.map(({ article_id }) => article_id),
      ],
    )
    await client.query('insert into outbox (keys) values ($1)', [[mostReadKey(language)]])
  }
  await tidyReads(client)
  return changed
}
