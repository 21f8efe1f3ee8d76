import { type Desk, openDesk } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Reading = typeof import('../../lib/reading/index.ts')

let room: TestNewsroom
let desk: Desk
let read: Reading

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  read = await import('../../lib/reading/index.ts')
})
afterAll(() => room.close())

const publish = (data: Parameters<Desk['story']>[0]) =>
  room.payload.create({ collection: 'articles', data: desk.story(data) })
const update = (id: number, data: object) =>
  room.payload.update({ collection: 'articles', id, data })
const at = (slug: string, language = 'en') => `/${language}/2026/01/02/${slug}`

describe('what readers see', () => {
  it('a scheduled story is nowhere until its time has come', async () => {
    const soon = new Date(Date.now() + 1500)
    const story = await publish({ slug: 'scheduled', publishedAt: soon.toISOString() })
    const path = story.path ?? ''
    expect(await read.readStory(path, 'en')).toBeNull()
    expect(await read.readFormerAddress(path)).toEqual({ kind: 'unknown' })
    const before = await read.readList('/en/city')
    expect(before?.page.stories.map(({ id }) => id)).not.toContain(story.id)
    await new Promise((resolve) => setTimeout(resolve, soon.getTime() - Date.now() + 50))
    expect((await read.readStory(path, 'en'))?.page.id).toBe(story.id)
    const after = await read.readList('/en/city')
    expect(after?.page.stories.map(({ id }) => id)).toContain(story.id)
  })

  it('a draft is nowhere, not even for who knows its address', async () => {
    await publish({ slug: 'draft', _status: 'draft' })
    expect(await read.readStory(at('draft'), 'en')).toBeNull()
  })

  it('a story knows its other edition, and only while that is published', async () => {
    const english = await publish({ slug: 'pair' })
    const chinese = await publish({ language: 'zh', slug: 'pair', translationOf: english.id })
    const counterparts = async () =>
      (await read.readStory(at('pair'), 'en'))?.page.counterparts.map(({ href }) => href)
    expect(await counterparts()).toEqual([at('pair', 'zh')])
    await update(chinese.id, { _status: 'draft' })
    expect(await counterparts()).toEqual([])
  })

  it('the switch of a story without another edition leads to its section, and says so', async () => {
    await publish({ slug: 'alone' })
    const story = (await read.readStory(at('alone'), 'en'))?.page
    if (!story) throw new Error('no story')
    expect(await read.switchesOfStory(story)).toEqual([
      { language: 'zh', href: '/zh/city', same: false },
    ])
  })

  it('every earlier address of a story leads to where it is', async () => {
    const story = await publish({ slug: 'first-name' })
    await update(story.id, { slug: 'second-name' })
    await update(story.id, { publishedAt: '2026-02-03T00:00:00.000Z' })
    for (const earlier of [at('first-name'), at('second-name')])
      expect(await read.readFormerAddress(earlier)).toMatchObject({
        kind: 'moved',
        path: '/en/2026/02/03/second-name',
      })
  })

  it('a withdrawn story is known as withdrawn, a deleted one too, at every address', async () => {
    const story = await publish({ slug: 'regretted' })
    await update(story.id, { slug: 'regretted-more' })
    await update(story.id, { _status: 'draft' })
    for (const slug of ['regretted', 'regretted-more'])
      expect((await read.readFormerAddress(at(slug))).kind).toBe('withdrawn')
    await room.payload.delete({ collection: 'articles', id: story.id })
    expect((await read.readFormerAddress(at('regretted'))).kind).toBe('withdrawn')
  })

  it('a scheduled story that is moved before its time leaves no address behind', async () => {
    const publishedAt = new Date(Date.now() + 3_600_000).toISOString()
    const story = await publish({ slug: 'early-name', publishedAt })
    await update(story.id, { slug: 'late-name', publishedAt: '2026-01-02T03:04:05.000Z' })
    const { docs } = await room.payload.find({ collection: 'addresses', pagination: false })
    const paths = docs.map(({ path }) => path)
    expect(paths).toContain(at('late-name'))
    expect(paths).not.toContain(story.path)
  })

  it('a renamed section leads on from its earlier address', async () => {
    const section = await room.payload.create({
      collection: 'sections',
      data: { name: 'Food', slug: 'food' },
    })
    await room.payload.update({ collection: 'sections', id: section.id, data: { slug: 'eating' } })
    expect(await read.readFormerAddress('/en/food')).toMatchObject({
      kind: 'moved',
      path: '/en/eating',
    })
  })

  it('related stories come by series, then topics, then section, without the story itself', async () => {
    const series = await room.payload.create({
      collection: 'series',
      data: { name: 'Rivers', slug: 'rivers' },
    })
    const topic = await room.payload.create({
      collection: 'topics',
      data: { name: 'Boats', slug: 'boats' },
    })
    const elsewhere = { section: desk.otherSection }
    const story = await publish({ slug: 'hub', series: series.id, topics: [topic.id] })
    const bySeries = await publish({ slug: 'by-series', series: series.id, ...elsewhere })
    const byTopic = await publish({ slug: 'by-topic', topics: [topic.id], ...elsewhere })
    const page = (await read.readStory(at('hub'), 'en'))?.page
    expect(page?.seriesPlace?.next?.id).toBe(bySeries.id)
    const related = page?.related.map(({ id }) => id) ?? []
    expect(related[0]).toBe(byTopic.id)
    expect(related).not.toContain(story.id)
    expect(new Set(related).size).toBe(related.length)
  })

  it('the only story of a series waits for the next one, an author for a new portrait', async () => {
    const { payload } = room
    const data = { name: 'Stairs', slug: 'stairs' }
    const series = await payload.create({ collection: 'series', data })
    await publish({ slug: 'only-one', series: series.id })
    expect((await read.readStory(at('only-one'), 'en'))?.keys).toContain('series:en:stairs')
    const portrait = { portrait: desk.picture }
    await payload.update({ collection: 'people', id: desk.person, data: portrait })
    const author = await read.readList('/en/authors/lin-shan')
    expect(author?.keys).toContain(`media:${desk.picture}`)
  })
})
