import pg from 'pg'
import { openDesk } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Reading = typeof import('../../lib/reading/index.ts')

let room: TestNewsroom
let client: pg.Client
let read: Reading

beforeAll(async () => {
  room = await newsroomForTest()
  client = new pg.Client({ connectionString: room.databaseUrl })
  await client.connect()
  read = await import('../../lib/reading/index.ts')
})
afterAll(async () => {
  await client.end()
  await room.close()
})

async function generate(stories: number) {
  const { generateStories } = await import('../../scripts/generate/generate.ts')
  return await generateStories({ client, stories, seed: 1, until: new Date('2026-11-01') })
}
const count = async (sql: string) => Number((await client.query(sql)).rows[0]?.count)
/** Of indexes, references and triggers that are at work. */
const indexes = `
  select (select count(*) from pg_indexes where schemaname = 'public')
    + (select count(*) from pg_constraint where contype = 'f')
    + (select count(*) from pg_trigger where tgenabled = 'O') as count`

it('rows come back from COPY as they were given to it', async () => {
  const { copyRows } = await import('../../scripts/generate/copy.ts')
  const row = ['a\tb\nc\rd\\e', '\\N', '\\.', '', null, { text: 'x\ny"\\' }, 7, true]
  await client.query(
    'create temporary table copied (a text, b text, c text, d text, e text, f jsonb, g int, h boolean)',
  )
  await copyRows(client, 'copied', [...'abcdefgh'], [row, row])
  const { rows } = await client.query('select * from copied')
  expect(rows.map((one) => Object.values(one))).toEqual([row, row])
})

describe('generating stories', () => {
  it('is refused plainly by a newsroom that has nothing for them to stand in', async () => {
    await expect(generate(10)).rejects.toThrow(/npm run sample/)
  })

  it('adds what is missing to a number, keeps every index, reference and trigger, and tells the edge', async () => {
    await openDesk(room.payload)
    await room.payload.update({
      collection: 'people',
      where: { slug: { equals: 'lin-shan' } },
      data: { name: '林杉' },
      locale: 'zh',
    })
    const before = await count(indexes)
    const told = `select count(*) from outbox where 'site' = any(keys)`
    const toldBefore = await count(told)
    expect(await generate(150)).toBe(150)
    expect(await generate(400)).toBe(250)
    expect(await generate(400)).toBe(0)
    expect(await count('select count(*) from articles')).toBe(400)
    expect(await count(indexes)).toBe(before)
    expect(await count(told)).toBe(toldBefore + 2)
    const unlisted = (table: string, parent: string) =>
      count(`
      select count(*) from ${table} r join articles a on a.id = r.${parent}
      where (r.listed_in, r.listed_at) is distinct from (a.language, a.published_at)`)
    expect(await unlisted('articles_rels', 'parent_id')).toBe(0)
    expect(await unlisted('articles_bylines', '_parent_id')).toBe(0)
    const { holdsOwnStories } = await import('../../scripts/generate/own-stories.ts')
    expect(await holdsOwnStories(client)).toBe(false)
  })

  it('leaves everything as it was when it is broken off', async () => {
    const before = await count(indexes)
    await client.query('alter table addresses add constraint none check (id < 0) not valid')
    await expect(generate(1000)).rejects.toThrow(/violates check constraint/)
    await client.query('alter table addresses drop constraint none')
    expect(await count('select count(*) from articles')).toBe(400)
    expect(await count(indexes)).toBe(before)
  })

  it('gives readers lists, stories, feeds and front pages', async () => {
    const list = await read.readList('/en/city')
    const [card] = list?.page.stories ?? []
    if (!card) throw new Error('no story')
    expect(list?.page.months).toHaveLength(12)
    const archive = await read.readArchived('/en/city/archive')
    expect(archive?.kind === 'archive' && archive.page.months.length).toBeGreaterThan(50)
    const story = (await read.readStory(card.href, 'en'))?.page
    expect(story?.bylines.map(({ name }) => name)).toEqual(['Lin Shan'])
    expect(story?.body.length).toBeGreaterThan(4)
    expect(story?.related).toHaveLength(4)
    const feed = await read.readFeed({ kind: 'latest', language: 'zh' })
    expect(feed?.page.stories).toHaveLength(30)
    expect((await read.readFrontPage('zh')).page.lead).not.toBeNull()
    const paired = list?.page.stories.find(({ alsoIn }) => alsoIn.length > 0)
    const counterpart = (await read.readStory(paired?.href ?? '', 'en'))?.page.counterparts[0]
    expect((await read.readStory(counterpart?.href ?? '', 'zh'))?.page.href).toBe(counterpart?.href)
  })

  it('gives the newsroom stories that it lists, edits, moves and publishes as its own', async () => {
    const { payload } = room
    const listed = await payload.find({ collection: 'articles', draft: true, limit: 5, depth: 0 })
    expect(listed.totalDocs).toBe(400)
    const [doc] = listed.docs
    if (!doc) throw new Error('no story')
    const { path } = doc
    await payload.update({
      collection: 'articles',
      id: doc.id,
      data: { headline: 'Edited by hand', slug: 'edited-by-hand', _status: 'published' },
    })
    const edited = await payload.findByID({ collection: 'articles', id: doc.id, depth: 0 })
    expect(edited).toMatchObject({ topics: doc.topics, bylines: doc.bylines, body: doc.body })
    expect((await read.readStory(edited.path ?? '', edited.language))?.page.headline).toBe(
      'Edited by hand',
    )
    expect(await read.readFormerAddress(path ?? '')).toMatchObject({ path: edited.path })
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: doc.id } },
    })
    expect(docs.map(({ latest }) => latest)).toEqual([true, false])
  })
})
