import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import pg from 'pg'
import type { Language } from '../../../lib/languages.ts'
import { readQuery } from '../../../lib/search/query/query.ts'
import type { Filters, SearchIndex } from '../../../lib/search/search-index.ts'
import { toLexical } from '../../../newsroom/import/markdown.ts'
import { type Desk, openDesk } from '../../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../../harness/newsroom.ts'

let room: TestNewsroom
let desk: Desk
let client: pg.Client
let index: SearchIndex

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  const { adapterOf } = await import('../../../newsroom/database.ts')
  const { postgresIndex } = await import('../../../lib/search/postgres.ts')
  index = postgresIndex(adapterOf(room.payload).drizzle)
})
afterAll(async () => {
  await client.end()
  await room.close()
})

const publish = (data: Parameters<Desk['story']>[0]) =>
  room.payload.create({ collection: 'articles', data: desk.story(data) })
const update = (id: number, data: Record<string, unknown>) =>
  room.payload.update({ collection: 'articles', id, data })
const bodyOf = (markdown: string) =>
  toLexical(markdown, {
    story: () => 0,
    picture: () => desk.picture,
    page: () => ({ linkType: 'custom', url: '/en/about' }),
  }) as never

async function ids(typed: string, filters: Partial<Filters> = {}): Promise<number[]> {
  const all = { languages: [] as Language[], ...filters }
  const { found } = await index.search(readQuery(typed), all, { size: 100, after: null })
  return found.map(({ id }) => id)
}

/** Until another connection waits for what this one holds. */
async function othersWait(): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select from pg_stat_activity
       where datname = current_database() and pg_backend_pid() = any (pg_blocking_pids(pid))`,
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a story in the index', () => {
  it('is there with its publication, changes with it, and leaves with its withdrawal', async () => {
    const { id } = await publish({ slug: 'one', headline: 'Zeppelin over the gorge' })
    expect(await ids('zeppelins')).toEqual([id])
    await update(id, { headline: 'Balloon over the gorge', _status: 'published' })
    expect(await ids('zeppelin')).toEqual([])
    expect(await ids('balloon')).toEqual([id])
    await update(id, { _status: 'draft' })
    expect(await ids('balloon')).toEqual([])
  })

  it('is not there as a draft, and a draft on top of it changes nothing', async () => {
    const draft = await publish({ slug: 'two', headline: 'Submarine', _status: 'draft' })
    expect(await ids('submarine')).toEqual([])
    await update(draft.id, { _status: 'published' })
    await room.payload.update({
      collection: 'articles',
      id: draft.id,
      data: { headline: 'Gondola' },
      draft: true,
    })
    expect(await ids('gondola')).toEqual([])
    expect(await ids('submarine')).toEqual([draft.id])
  })

  it('is found from its time on, not before', async () => {
    const publishedAt = new Date(Date.now() + 2000).toISOString()
    const { id } = await publish({ slug: 'later', headline: 'Dirigible', publishedAt })
    expect(await ids('dirigible')).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(await ids('dirigible')).toEqual([id])
  })

  it('is untouched by a save that fails', async () => {
    const { id } = await publish({ slug: 'fails', headline: 'Trolleybus' })
    const failing = room.payload.config.collections.find(({ slug }) => slug === 'articles')
    failing?.hooks.afterChange.push(() => {
      throw new Error('the last hook fails')
    })
    try {
      await expect(update(id, { headline: 'Funicular', _status: 'published' })).rejects.toThrow()
    } finally {
      failing?.hooks.afterChange.pop()
    }
    expect(await ids('funicular')).toEqual([])
    expect(await ids('trolleybus')).toEqual([id])
  })

  it('leaves with its deletion', async () => {
    const { id } = await publish({ slug: 'deleted', headline: 'Hovercraft' })
    await room.payload.delete({ collection: 'articles', id })
    expect(await ids('hovercraft')).toEqual([])
  })

  it('is found by topic, byline and caption, also after these are changed', async () => {
    const { payload } = room
    const topic = await payload.create({
      collection: 'topics',
      data: { name: 'Aviation', slug: 'aviation' },
    })
    const { id } = await publish({ slug: 'flight', headline: 'Up', topics: [topic.id] })
    expect(await ids('aviation')).toEqual([id])
    await payload.update({ collection: 'topics', id: topic.id, data: { name: 'Aeronautics' } })
    expect(await ids('aviation')).toEqual([])
    expect(await ids('aeronautics')).toEqual([id])
    expect(await ids('"lin shan"')).toContain(id)
    await payload.update({
      collection: 'media',
      id: desk.picture,
      data: { caption: 'Seen from a kite.' },
    })
    expect(await ids('kite')).toContain(id)
  })

  it('that is being withdrawn is not brought back by a picture that it shows', async () => {
    const { id } = await publish({ slug: 'withdrawn', headline: 'Velocipede' })
    expect(await ids('velocipede')).toEqual([id])
    await client.query('begin')
    await client.query(`update articles set _status = 'draft' where id = $1`, [id])
    await client.query('delete from search_stories where story_id = $1', [id])
    const saved = room.payload.update({
      collection: 'media',
      id: desk.picture,
      data: { caption: 'Seen from a penny-farthing.' },
    })
    await othersWait()
    await client.query('commit')
    await saved
    expect(await ids('velocipede')).toEqual([])
    await room.payload.delete({ collection: 'articles', id })
  })

  it('has a topic whose name is written by two at once', async () => {
    const topic = await room.payload.create({
      collection: 'topics',
      data: { name: 'Ballooning', slug: 'ballooning' },
    })
    const facts = { kind: 'topics', id: topic.id, language: 'en', slug: 'ballooning' } as const
    await client.query('begin')
    await client.query(`delete from search_names where kind = 'topics' and term_id = $1`, [
      topic.id,
    ])
    await client.query(
      `insert into search_names (kind, term_id, language, name, slug, words)
       values ('topics', $1, 'en', 'Balloons', 'ballooning', '')`,
      [topic.id],
    )
    const named = index.nameTerm('topics', topic.id, [{ ...facts, name: 'Aerostatics' }])
    await othersWait()
    await client.query('commit')
    await named
    const { rows } = await client.query(
      `select name from search_names where kind = 'topics' and term_id = $1`,
      [topic.id],
    )
    expect(rows).toEqual([{ name: 'Aerostatics' }])
    await room.payload.delete({ collection: 'topics', id: topic.id })
  })

  it('is found by everything that it says', async () => {
    const body = bodyOf(
      [
        'A paragraph with [a linked porcupine](https://example.com/).',
        '',
        '## A heading of aardvarks',
        '',
        '- a list of ocelots',
        '',
        ':::fact-box{title="Tapirs"}',
        '- one axolotl',
        ':::',
        '',
        ':::pull-quote',
        'Said the pangolin.',
        ':::',
      ].join('\n'),
    )
    const { id } = await publish({ slug: 'animals', headline: 'Beasts', body })
    for (const word of ['porcupine', 'aardvark', 'ocelot', 'tapir', 'axolotl', 'pangolin'])
      expect([word, await ids(word)]).toEqual([word, [id]])
  })

  it('of any length is found to its last word', async () => {
    const words = Array.from({ length: 30_000 }, (_, at) => `filler${at % 700} 字${at % 9}`).join(
      ' ',
    )
    const { id } = await publish({
      slug: 'long',
      headline: 'Long',
      body: bodyOf(`${words} 末尾的鸭嘴兽 narwhal`),
    })
    expect(await ids('narwhal')).toEqual([id])
    expect(await ids('鴨嘴獸')).toEqual([id])
    expect(await ids('"鸭嘴兽 narwhal"')).toEqual([id])
  })
})

describe('a search', () => {
  it('is narrowed by language, section, person and days', async () => {
    const en = await publish({
      slug: 'axe',
      headline: 'Quokka one',
      publishedAt: '2025-03-01T04:00:00Z',
    })
    const zh = await publish({
      slug: 'axe-zh',
      headline: 'Quokka 二',
      language: 'zh',
      section: desk.otherSection,
      publishedAt: '2026-03-01T04:00:00Z',
    })
    expect((await ids('quokka')).toSorted()).toEqual([en.id, zh.id].toSorted())
    expect(await ids('quokka', { languages: ['zh'] })).toEqual([zh.id])
    expect(await ids('quokka', { section: desk.section })).toEqual([en.id])
    expect(await ids('quokka', { person: desk.person + 1000 })).toEqual([])
    const [since, until] = ['2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z']
    expect(await ids('quokka', { since, until })).toEqual([en.id])
    expect(await ids('quokka -one')).toEqual([zh.id])
  })

  it('puts headlines before standfirsts before texts, and newer before older', async () => {
    const publishedAt = '2026-05-01T04:00:00Z'
    const text = await publish({
      slug: 'w1',
      headline: 'A',
      body: bodyOf('A wombat.'),
      publishedAt,
    })
    const first = await publish({ slug: 'w2', headline: 'The wombat', publishedAt })
    const stand = await publish({ slug: 'w3', headline: 'B', standfirst: 'A wombat.', publishedAt })
    const newer = await publish({
      slug: 'w4',
      headline: 'A',
      body: bodyOf('A wombat.'),
      publishedAt: '2026-10-01T04:00:00Z',
    })
    expect(await ids('wombat')).toEqual([first.id, stand.id, newer.id, text.id])
  })

  it('is read page by page without gap or repetition, also when something new is found', async () => {
    for (let at = 0; at < 7; at += 1) await publish({ slug: `k${at}`, headline: `Kudu ${at}` })
    const whole = await ids('kudu')
    const query = readQuery('kudu')
    const seen: number[] = []
    let after = null
    do {
      const page = await index.search(query, { languages: [] }, { size: 3, after })
      seen.push(...page.found.map(({ id }) => id))
      if (seen.length === 3) await publish({ slug: 'k-new', headline: 'Kudu new' })
      after = page.next
    } while (after)
    expect(seen).toEqual(whole)
  })

  it.each([
    '"',
    "'",
    '\\',
    ':*',
    '&',
    '!',
    '<->',
    '-',
    '(',
    '\0',
    '😀',
    '﻿',
    "'); drop table articles; --",
    'a:A',
    "x' & 'y",
  ])('harmless: %j', async (typed) => {
    await expect(ids(`${typed} wombat${typed}`)).resolves.toBeDefined()
    await expect(index.suggest(typed, 'en', 8)).resolves.toBeDefined()
  })

  it('of a year to come finds nothing', async () => {
    const since = `${new Date().getUTCFullYear() + 2}-01-01T00:00:00Z`
    expect(await ids('wombat', { since })).toEqual([])
  })

  it('is answered from its index, not by reading every story', async () => {
    const { adapterOf } = await import('../../../newsroom/database.ts')
    const { postgresIndex } = await import('../../../lib/search/postgres.ts')
    const pool = adapterOf(room.payload).drizzle
    const asked: SQL[] = []
    await client.query(`
      begin;
      set local session_replication_role = replica;
      insert into search_stories (story_id, language, published_at, section_id, rules, head, words, passage)
      select 1000000 + n, 'zh', now() - n * interval '3 hours', 1, 0, '', vector, ''
      from generate_series(1, 5000) n, lateral (
        select array_to_tsvector(array['/zh', '/zh/' || to_char(now() - n * interval '3 hours', 'YYYY-MM'),
          '/zh/' || to_char(now() - n * interval '3 hours', 'YYYY')]) ||
          to_tsvector('simple', (select string_agg('word' || (n * 7 + m * m) % 4000, ' ')
            from generate_series(1, 60) m)) ||
          case when n % 50 = 0 then '''重庆'':1 ''庆市'':2'::tsvector else '' end as vector
      ) made;
      commit`)
    try {
      await client.query('vacuum analyze search_stories')
      await pool.transaction(async (own) => {
        const watched = {
          execute: (query: SQL) => {
            asked.push(query)
            return own.execute(query)
          },
        } as Pick<typeof own, 'execute'>
        await postgresIndex(watched).search(
          readQuery('重庆市'),
          { languages: ['zh'] },
          { size: 20, after: null },
        )
      })
      const plans: string[] = []
      for (const query of asked.slice(2)) {
        const { rows } = await pool.execute(sql`explain ${query}`)
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
      }
      expect(plans.length).toBeGreaterThan(0)
      expect(plans[0]).toContain('Bitmap Index Scan on search_stories_words')
      for (const plan of plans) expect(plan).not.toContain('Seq Scan on search_stories')
    } finally {
      await client.query('delete from search_stories where story_id > 1000000')
      await client.query('vacuum analyze search_stories')
    }
  })
})

describe('suggestions and spelling', () => {
  it('headlines, topics, people and sections by their beginnings, Chinese from anywhere', async () => {
    const { id } = await publish({ slug: 'cap', headline: 'Capybaras on the bank' })
    const zh = await publish({ slug: 'cap-zh', headline: '江边的水豚', language: 'zh' })
    const texts = async (typed: string, language: Language) =>
      (await index.suggest(typed, language, 8)).map((one) => `${one.kind} ${one.id}`)
    expect(await texts('capy', 'en')).toEqual([`story ${id}`])
    expect(await texts('ban capyb', 'en')).toEqual([])
    expect(await texts('bank capyb', 'en')).toEqual([`story ${id}`])
    expect(await texts('水豚', 'zh')).toEqual([`story ${zh.id}`])
    expect(await texts('lin s', 'en')).toContain(`people ${desk.person}`)
    expect(await texts('trav', 'en')).toContain(`sections ${desk.otherSection}`)
    expect(await texts('c', 'en')).toEqual([])
  })

  it('the nearest words of headlines, by letters or by sound', async () => {
    await publish({ slug: 'sp', headline: 'The cassowary returns' })
    await publish({ slug: 'sp-zh', headline: '穿山甲回来了', language: 'zh' })
    expect(await index.spellings('cassowery', 'en')).toEqual(['cassowary'])
    expect(await index.spellings('casowary', 'en')).toEqual(['cassowary'])
    expect(await index.spellings('川山甲', 'zh')).toEqual(['穿山甲'])
    expect(await index.spellings('elephant', 'en')).toEqual([])
  })
})
