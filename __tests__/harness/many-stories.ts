import type { Payload } from 'payload'
import type pg from 'pg'
import * as make from '../../newsroom/import/lexical-nodes.ts'
import { generateStories } from '../../scripts/generate/generate.ts'
import { type Desk, openDesk } from './desk.ts'

/** A newsroom with many generated stories in both languages, and with all that pages show beside them. */
export async function fillNewsroom(payload: Payload, client: pg.Client, stories: number) {
  const desk = await openDesk(payload)
  const { otherSection, person } = desk
  const inChinese = async (
    collection: 'sections' | 'people' | 'series' | 'topics',
    id: number,
    name: string,
  ) => await payload.update({ collection, id, locale: 'zh', data: { name } })
  await inChinese('sections', otherSection, '旅行')
  await inChinese('people', person, '林杉')
  for (const collection of ['series', 'topics', 'people'] as const)
    for (let number = 1; number <= 12; number++) {
      const data = { name: `${collection} ${number}`, slug: `${collection}-${number}` }
      const { id } = await payload.create({ collection, data })
      await inChinese(collection, id, `${collection} 之 ${number}`)
    }
  await generateStories({ client, stories, seed: 1, until: new Date('2026-11-01') })
  await decorate(payload, client, desk)
  await client.query('vacuum analyze')
}

/** A planned front page, a ranking, a page of the footer, corrections. */
async function decorate(payload: Payload, client: pg.Client, desk: Desk): Promise<void> {
  const idOf = async (sql: string) => Number((await client.query(sql)).rows[0]?.id)
  const { body } = desk.story()
  if (!body) throw new Error('The desk has no text')
  const strip = (relationTo: 'sections' | 'series' | 'topics', value: number) => ({
    source: { relationTo, value },
    layout: 'cards' as const,
  })
  await payload.create({
    collection: 'front-pages',
    data: {
      language: 'en',
      lead: await idOf(`select id from articles where language = 'en' limit 1`),
      strips: [
        strip('sections', desk.section),
        strip('series', await idOf(`select id from series where slug = 'series-3'`)),
        strip('topics', await idOf(`select id from topics where slug = 'topics-3'`)),
      ],
    },
  })
  const contact = await payload.create({
    collection: 'pages',
    data: { language: 'en', slug: 'contact', title: 'Contact', body, _status: 'published' },
  })
  const to = { linkType: 'internal', doc: { relationTo: 'pages', value: contact.id } } as const
  const words = make.text('Write to us.', { bold: false, italic: false })
  const leading = {
    root: make.root([make.paragraph([make.link(to, [words])])]).root,
  } as typeof body
  await payload.create({
    collection: 'pages',
    data: { language: 'en', slug: 'about', title: 'About us', body: leading, _status: 'published' },
  })
  await tellLive(payload, client, desk)
  await tellInFilm(payload, client, desk)
  await client.query(
    `insert into most_read (language, period, place, article_id)
     select 'en', 'day', row_number() over (order by id), id
     from articles where language = 'en' order by id limit 10`,
  )
  await client.query(
    `insert into articles_corrections (_order, _parent_id, id, corrected_at, text)
     select 1, id, 'c' || id, now(), 'It was another bridge.' from articles where id % 2 = 0`,
  )
}

/** A story with a film and an audio version, among many recordings. */
async function tellInFilm(payload: Payload, client: pg.Client, desk: Desk): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `insert into recordings (kind, link)
     select (array['video', 'audio'])[1 + (n + 1) % 2]::enum_recordings_kind,
       'https://recordings.example/' || n
     from generate_series(1, 3000) n returning id`,
  )
  await client.query(
    `insert into recordings_locales (_parent_id, _locale, title)
     select r.id, l::_locales, 'Recording ' || r.id from recordings r, unnest(array['en', 'zh']) l`,
  )
  const [recording, audio] = rows.map(({ id }) => id)
  await payload.create({
    collection: 'articles',
    data: desk.story({ slug: 'told-in-film', format: 'video', recording, audio }),
  })
}

/** A story in a section of its own that was told live. */
async function tellLive(payload: Payload, client: pg.Client, desk: Desk): Promise<void> {
  const data = { name: 'Live', slug: 'as-it-happens' }
  const section = await payload.create({ collection: 'sections', data })
  const story = await payload.create({
    collection: 'articles',
    data: desk.story({
      slug: 'told-live',
      section: section.id,
      format: 'live',
      publishedAt: '2001-02-03T04:05:06.000Z',
    }),
  })
  await client.query(
    `insert into live_entries (story_id, headline, at, is_pinned, is_key_point, _status)
     select $1, 'Entry ' || n, timestamptz '2001-02-03' + n * interval '1 minute', n = 7,
       n % 10 = 0, 'published' from generate_series(1, 3000) n`,
    [story.id],
  )
}
