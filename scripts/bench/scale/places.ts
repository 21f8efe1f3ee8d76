import type pg from 'pg'
import { monthOf } from '../../../lib/dates.ts'
import { siteKey, sitemapKey } from '../../../lib/purge-keys.ts'
import { searchPath } from '../../../lib/search/query/parameters.ts'
import { newsroomZone } from '../../../lib/urls.ts'

/** A kind of page: addresses of it, asked in turn, and the key by which they are dropped. */
export type Place = { name: string; paths: readonly string[]; key: string }

/** The term of a kind that most stories of the English edition stand in. */
const fullest = {
  topics: `select t.slug from articles_rels l join topics t on t.id = l.topics_id
    where l.listed_in = 'en' group by t.slug order by count(*) desc, t.slug limit 1`,
  people: `select t.slug from articles_bylines l join people t on t.id = l.person_id
    where l.listed_in = 'en' group by t.slug order by count(*) desc, t.slug limit 1`,
  sections: `select t.slug from articles l join sections t on t.id = l.section_id
    where l.language = 'en' group by t.slug order by count(*) desc, t.slug limit 1`,
} as const

/** Searches: what nearly every story says, what few say, two characters, and words in a row. */
const searches = {
  'search, common word': ['en', 'city'],
  'search, rare word': ['en', 'Liziba'],
  'search, two letters': ['en', 'Li'],
  'search, phrase': ['en', '"the city"'],
  'Chinese search, common word': ['zh', '重庆'],
  'Chinese search, rare word': ['zh', '李子坝'],
  'Chinese search, two characters': ['zh', '江北'],
  'Chinese search, phrase': ['zh', '"重庆市民"'],
} as const

/** Stories of which each is read, from the newest to the oldest. */
const storiesRead = 40

/** The month in which most stories of a topic came out, YYYY-MM: one of few stories is quick at any size. */
async function fullestMonthOf(client: pg.ClientBase, topic: string): Promise<string> {
  const { rows } = await client.query<{ day: Date }>(
    `select min(l.listed_at) as day from articles_rels l join topics t on t.id = l.topics_id
     where t.slug = $1 and l.listed_in = 'en'
     group by date_trunc('month', l.listed_at at time zone $2) order by count(*) desc, 1 limit 1`,
    [topic, newsroomZone],
  )
  return monthOf(rows[0]?.day.toISOString() ?? '')
}

/** What is read of a newsroom of some size. */
export async function placesOf(client: pg.ClientBase): Promise<Place[]> {
  const slugOf = async (statement: string): Promise<string> => {
    const { rows } = await client.query<{ slug: string }>(statement)
    const [row] = rows
    if (!row) throw new Error('There are no stories to read')
    return row.slug
  }
  const stories = await client.query<{ path: string }>(
    `select (array_agg(path))[1] as path from (
       select path, ntile($1) over (order by published_at, id) as part from articles
       where language = 'en' and _status = 'published' and published_at <= now()
       order by published_at, id
     ) s group by part order by part desc`,
    [storiesRead],
  )
  const section = await slugOf(fullest.sections)
  const topic = await slugOf(fullest.topics)
  const month = await fullestMonthOf(client, topic)
  const author = await slugOf(fullest.people)
  const place = (name: string, path: string, key = siteKey): Place => ({ name, paths: [path], key })
  return [
    { name: 'story', paths: stories.rows.map(({ path }) => path), key: siteKey },
    place('section', `/en/${section}`),
    place('front page', '/en'),
    place('topic', `/en/topics/${topic}`),
    place('author', `/en/authors/${author}`),
    place('archive', '/en/archive'),
    place('archive, month', `/en/archive/${month}`),
    place('archive of a topic, month', `/en/topics/${topic}/archive/${month}`),
    place('on this day', '/en/on-this-day'),
    ...Object.entries(searches).map(([name, [language, q]]) =>
      place(name, searchPath(language, { q })),
    ),
    place('sitemap of a month', `/en/sitemaps/${month}.xml`, sitemapKey('en', month)),
    place('sitemap index', '/sitemap.xml'),
    place('feed', '/en/feed.xml'),
    place('feed of a topic', `/en/topics/${topic}/feed.xml`),
    place('page of feeds', '/en/feeds'),
  ]
}
