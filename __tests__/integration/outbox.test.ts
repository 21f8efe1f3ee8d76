import pg from 'pg'
import { type Desk, openDesk } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Row = { seq: string; keys: string[]; urgent: boolean; ahead: boolean }

let room: TestNewsroom
let desk: Desk
let client: pg.Client
let last = 0

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await room.close()
})

/** Rows since the last look, in the order of commits. */
async function news(): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    'select seq, keys, urgent, due_at > now() as ahead from outbox where seq > $1 order by seq',
    [last],
  )
  last = Number(rows.at(-1)?.seq ?? last)
  return rows
}

const publish = (data: Parameters<Desk['story']>[0]) =>
  room.payload.create({ collection: 'articles', data: desk.story(data) })

describe('outbox', () => {
  beforeEach(news)

  it('tells what a publication touches, once it is committed', async () => {
    const story = await publish({ slug: 'new' })
    const [row] = await news()
    expect(row?.keys).toEqual(
      expect.arrayContaining([`articles:${story.id}`, 'front:en', 'section:en:city', 'latest:en']),
    )
    expect(row?.urgent).toBe(false)
  })

  it('is in the transaction of the change: a save that fails leaves no row', async () => {
    const failing = room.payload.config.collections.find(({ slug }) => slug === 'articles')
    const hook = () => {
      throw new Error('the last hook fails')
    }
    failing?.hooks.afterChange.push(hook)
    try {
      await expect(publish({ slug: 'fails' })).rejects.toThrow('the last hook fails')
    } finally {
      failing?.hooks.afterChange.pop()
    }
    expect(await news()).toEqual([])
    const { totalDocs } = await room.payload.count({
      collection: 'articles',
      where: { slug: { equals: 'fails' } },
    })
    expect(totalDocs).toBe(0)
  })

  it('a draft on top of a published story touches nothing; publishing it does', async () => {
    const story = await publish({ slug: 'revised' })
    await news()
    const save = (data: object, isDraft: boolean) =>
      room.payload.update({ collection: 'articles', id: story.id, data, draft: isDraft })
    await save({ headline: 'Another headline' }, true)
    const touched = await news()
    const read = await room.payload.findByID({ collection: 'articles', id: story.id })
    expect(read.headline).toBe('A train through a building')
    expect(touched.flatMap(({ urgent }) => urgent)).not.toContain(true)
    await save({ headline: 'Another headline', _status: 'published' }, false)
    expect((await news())[0]?.keys).toContain(`articles:${story.id}`)
  })

  it('a withdrawal is urgent; a deletion too', async () => {
    const [first, second] = [await publish({ slug: 'first' }), await publish({ slug: 'second' })]
    await news()
    await room.payload.update({
      collection: 'articles',
      id: first.id,
      data: { _status: 'draft' },
    })
    await room.payload.delete({ collection: 'articles', id: second.id })
    expect((await news()).map(({ urgent }) => urgent)).toEqual([true, true])
  })

  it('a scheduled story has a second row, due when it comes out', async () => {
    const publishedAt = new Date(Date.now() + 3_600_000).toISOString()
    await publish({ slug: 'later', publishedAt })
    const rows = await news()
    expect(rows.map(({ ahead }) => ahead)).toEqual([false, true])
  })

  it('a moved story touches both addresses, a new section both sections', async () => {
    const story = await publish({ slug: 'here' })
    await news()
    const data = { slug: 'there', section: desk.otherSection }
    await room.payload.update({ collection: 'articles', id: story.id, data })
    expect((await news())[0]?.keys).toEqual(
      expect.arrayContaining([
        'address:/en/2026/01/02/here',
        'address:/en/2026/01/02/there',
        'section:en:city',
        'section:en:travel',
      ]),
    )
  })

  it('a topic touches every page while the navigation names it', async () => {
    const { payload } = room
    const topic = await payload.create({
      collection: 'topics',
      data: { name: 'Rivers', slug: 'rivers' },
    })
    const rename = (name: string) =>
      payload.update({ collection: 'topics', id: topic.id, data: { name } })
    const touched = async () => (await news()).flatMap(({ keys }) => keys)
    await news()
    await rename('Streams')
    expect(await touched()).not.toContain('site')
    const navigation = [{ relationTo: 'topics' as const, value: topic.id }]
    await payload.updateGlobal({ slug: 'site-settings', data: { name: 'Portal', navigation } })
    await news()
    await rename('Brooks')
    expect(await touched()).toContain('site')
    await payload.delete({ collection: 'topics', id: topic.id })
    expect(await touched()).toContain('site')
  })

  it('numbers follow the order of commits, whoever wrote first', async () => {
    const other = new pg.Client({ connectionString: room.databaseUrl })
    await other.connect()
    const insert = 'insert into outbox (keys) values (array[$1]) returning id'
    await client.query('begin')
    await client.query(insert, ['early'])
    await other.query(insert, ['late'])
    await client.query('commit')
    await other.end()
    expect((await news()).map(({ keys }) => keys[0])).toEqual(['late', 'early'])
  })

  it.each([
    ['sections', { name: 'City!' }, ['site', 'section:en:city', 'section:zh:city']],
    ['people', { name: 'Lin S.' }, ['author:en:lin-shan']],
    ['media', { caption: 'New' }, []],
  ] as const)('a change of %s is told', async (collection, data, keys) => {
    const id = { sections: desk.section, people: desk.person, media: desk.picture }[collection]
    await room.payload.update({ collection, id, data })
    expect((await news())[0]?.keys).toEqual(
      expect.arrayContaining([`${collection}:${id}`, ...keys]),
    )
  })
})
