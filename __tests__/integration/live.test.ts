import pg from 'pg'
import type { LiveEntry, User } from '../../newsroom/payload-types.ts'
import { account, type Desk, openDesk, refusalOf } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Reading = typeof import('../../lib/reading/index.ts')

let room: TestNewsroom
let desk: Desk
let client: pg.Client
let read: Reading
let story: { id: number; path: string }
let seq = 0

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  read = await import('../../lib/reading/index.ts')
})
afterAll(async () => {
  await client.end()
  await room.close()
})

const noon = '2026-01-03T04:00:00.000Z'
const minutesAfterNoon = (minutes: number): string =>
  new Date(Date.parse(noon) + minutes * 60_000).toISOString()

const open = async (slug: string, data: object = {}) => {
  const doc = await room.payload.create({
    collection: 'articles',
    data: desk.story({ slug, format: 'live', ...data }),
  })
  return { id: doc.id, path: doc.path ?? '' }
}

const post = (headline: string, data: Partial<LiveEntry> = {}): Promise<LiveEntry> =>
  room.payload.create({
    collection: 'live-entries',
    draft: data._status === 'draft',
    data: { story: story.id, at: noon, headline, _status: 'published', ...data } as LiveEntry,
    depth: 0,
  })

const change = (id: number, data: Partial<LiveEntry>, draft = false) =>
  room.payload.update({ collection: 'live-entries', id, data: data as object, draft, depth: 0 })

async function news() {
  const { rows } = await client.query<{ seq: string; keys: string[]; urgent: boolean }>(
    'select seq, keys, urgent from outbox where seq > $1 order by seq',
    [seq],
  )
  seq = Number(rows.at(-1)?.seq ?? seq)
  return rows
}

const shown = async (from: number | null = null) => {
  const found = await read.readLive({ ...story, href: story.path, language: 'en' }, from)
  if (!found) return null
  const { entries, pinned, keyPoints, older } = found.page
  const heads = (lines: readonly { headline: string }[]) => lines.map(({ headline }) => headline)
  return { entries: heads(entries), pinned: pinned?.headline, points: heads(keyPoints), older }
}

let stories = 0
beforeEach(async () => {
  story = await open(`live-${++stories}`)
  await news()
})

describe('entries of a live story', () => {
  it('are shown newest first, by their time and then as they were posted, without drafts', async () => {
    await post('b', { at: minutesAfterNoon(1) })
    await post('a')
    await post('c', { at: minutesAfterNoon(1), isKeyPoint: true })
    await post('draft', { _status: 'draft' })
    expect(await shown()).toEqual({
      entries: ['c', 'b', 'a'],
      pinned: undefined,
      points: ['c'],
      older: null,
    })
  })

  it('go on at the address of the next where a page is full', async () => {
    for (let n = 0; n <= 50; n++) await post(`n${n}`, { at: minutesAfterNoon(n) })
    const first = await shown()
    expect(first?.entries).toHaveLength(50)
    const [, id] = /updates\/(\d+)$/.exec(first?.older ?? '') ?? []
    expect(await shown(Number(id))).toMatchObject({ entries: ['n0'], older: null })
    expect(await shown(1_000_000)).toBeNull()
  })

  it('purge, in the same transaction, what shows them and nothing else', async () => {
    const { id } = await post('First')
    const [row, ...more] = await news()
    expect(more).toEqual([])
    expect(row).toMatchObject({ urgent: false })
    expect(row?.keys.sort()).toEqual(
      [`live:${story.id}`, 'search:en', 'sitemap:en', 'sitemap:en:2026-01'].sort(),
    )
    await change(id, { headline: 'A draft on top' }, true)
    expect(await news()).toEqual([])
    await change(id, { headline: 'Changed', _status: 'published' })
    expect(await news()).toMatchObject([{ urgent: false }])
    await change(id, { _status: 'draft' })
    expect(await news()).toMatchObject([{ urgent: true }])
    await room.payload.delete({ collection: 'live-entries', id })
    expect(await news()).toEqual([])
  })

  it('of a story that readers do not see purge nothing', async () => {
    story = await open('hidden', { _status: 'draft' })
    await news()
    await post('Early')
    expect(await news()).toEqual([])
  })

  it('are pinned one at a time: the one before lets go', async () => {
    const one = await post('One', { isPinned: true })
    const two = await post('Two', { at: minutesAfterNoon(1), isPinned: true })
    expect(await shown()).toMatchObject({ pinned: 'Two', entries: ['One'] })
    await Promise.all([change(one.id, { isPinned: true }), change(two.id, { isPinned: true })])
    const { rows } = await client.query(
      'select id from live_entries where story_id = $1 and is_pinned',
      [story.id],
    )
    expect(rows).toHaveLength(1)
  })

  it('may be begun without a story, and are published with one', async () => {
    const draft = await room.payload.create({
      collection: 'live-entries',
      draft: true,
      data: { headline: 'Of which story?', _status: 'draft' } as LiveEntry,
    })
    expect(await refusalOf(change(draft.id, { _status: 'published' }))).toHaveProperty('story')
  })

  it('are told to who follows the feeds of lists that show their story', async () => {
    await room.payload.updateGlobal({
      slug: 'site-settings',
      data: { name: 'iChongqing', websubHub: 'https://hub.example' },
    })
    await client.query('delete from websub_pings')
    await post('Told on')
    const { rows } = await client.query<{ topic: string }>('select topic from websub_pings')
    expect(rows.map(({ topic }) => new URL(topic).pathname)).toEqual(
      expect.arrayContaining(['/en/feed.xml', '/en/city/feed.json']),
    )
  })

  it('are not of a time to come', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString()
    expect((await refusalOf(post('Tomorrow', { at: ahead }))).at).toMatch(/still to come/)
  })

  it('go with their story', async () => {
    const { id } = await post('Gone')
    await room.payload.delete({ collection: 'articles', id: story.id })
    const { rows } = await client.query(
      'select id from live_entries where id = $1 union all select id from _live_entries_v where parent_id = $1',
      [id],
    )
    expect(rows).toEqual([])
  })

  it('are found by search with their story, as soon as they are out and no longer', async () => {
    const words = async () =>
      (
        await client.query<{ found: boolean }>(
          `select words @@ 'quokka' as found from search_stories where story_id = $1`,
          [story.id],
        )
      ).rows[0]?.found
    const { id } = await post('A quokka at the gate')
    expect(await words()).toBe(true)
    await change(id, { _status: 'draft' })
    expect(await words()).toBe(false)
  })

  it('a reporter drafts; what readers see is published by an editor', async () => {
    const reporter = await account(room.payload, 'reporter', `reporter-${stories}`)
    const as = { user: reporter as unknown as User, overrideAccess: false as const }
    const data = { story: story.id, at: noon, headline: 'From the quay', _status: 'draft' as const }
    const { payload } = room
    const draft = await payload.create({ collection: 'live-entries', draft: true, data, ...as })
    const publish = payload.update({
      collection: 'live-entries',
      id: draft.id,
      data: { _status: 'published' },
      ...as,
    })
    expect((await refusalOf(publish))._status).toMatch(/editor publishes/)
    const { docs } = await payload.find({ collection: 'live-entries', overrideAccess: false })
    expect(docs.map(({ headline }) => headline)).not.toContain('From the quay')
  })
})

describe('what an open page asks', () => {
  it('names the newest entries, each with a revision that its changes change', async () => {
    const { id } = await post('First')
    const before = await read.readLiveNews(story.path)
    const entry = [id, expect.any(String)]
    expect(before?.page).toEqual({ ended: false, pinned: null, entries: [entry] })
    expect(before?.keys).toContain(`live:${story.id}`)
    await change(id, { headline: 'Changed' })
    const after = await read.readLiveNews(story.path)
    expect(after?.page.entries[0]?.[1]).not.toBe(before?.page.entries[0]?.[1])
    await change(id, { isPinned: true })
    expect((await read.readLiveNews(story.path))?.page).toMatchObject({ pinned: entry })
  })

  it('says when the coverage has ended, and is nothing for a story of another kind', async () => {
    await room.payload.update({
      collection: 'articles',
      id: story.id,
      data: { coverageEndedAt: noon, _status: 'published' },
    })
    expect((await read.readLiveNews(story.path))?.page.ended).toBe(true)
    const plain = await open('plain', { format: 'story' })
    expect(await read.readLiveNews(plain.path)).toBeNull()
  })
})
