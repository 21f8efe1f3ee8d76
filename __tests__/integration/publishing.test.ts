import { type Desk, openDesk, pictureFile, refusalOf } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

let room: TestNewsroom
let desk: Desk

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
})
afterAll(() => room.close())

const publish = (data: Parameters<Desk['story']>[0]) =>
  room.payload.create({ collection: 'articles', data: desk.story(data) })
const draft = (data: Parameters<Desk['story']>[0]) =>
  room.payload.create({
    collection: 'articles',
    draft: true,
    data: desk.story({ ...data, _status: 'draft' }),
  })

describe('publishing', () => {
  it('is refused, with a message at each field, while something is missing', async () => {
    const id = (await draft({ headline: 'Unfinished', slug: 'unfinished' })).id
    const refused = await refusalOf(
      room.payload.update({
        collection: 'articles',
        id,
        data: {
          headline: '',
          standfirst: '',
          section: null as never,
          bylines: [],
          picture: null as never,
          _status: 'published',
        },
      }),
    )
    expect(Object.keys(refused).sort()).toEqual([
      'bylines',
      'headline',
      'picture',
      'section',
      'standfirst',
    ])
  })

  it('is refused for a picture without alternative text or credit in the language of the story', async () => {
    const file = await pictureFile('bare.jpg', '#b93218')
    const bare = await room.payload.create({ collection: 'media', data: { alt: 'x' }, file })
    const refusal = () => refusalOf(publish({ picture: bare.id, slug: 'bare' }))
    expect((await refusal()).picture).toMatch(/no credit/)
    const data = { alt: '', credit: 'Photo: somebody' }
    await room.payload.update({ collection: 'media', id: bare.id, data })
    expect((await refusal()).picture).toMatch(/no alternative text/)
    const full = { alt: 'A lift', credit: 'Photo: somebody' }
    await room.payload.update({ collection: 'media', id: bare.id, data: full })
    await expect(publish({ picture: bare.id, slug: 'bare' })).resolves.toMatchObject({
      slug: 'bare',
    })
    // The Chinese edition needs its own words.
    const chinese = refusalOf(publish({ language: 'zh', picture: bare.id, slug: 'bare' }))
    expect((await chinese).picture).toMatch(/no alternative text/)
  })

  it('a draft may be as unfinished as it likes', async () => {
    const empty = await room.payload.create({
      collection: 'articles',
      draft: true,
      data: { language: 'en' } as never,
    })
    expect(empty._status).toBe('draft')
  })

  it('proposes the slug: from the headline, in pinyin, from the other edition, with a number', async () => {
    const english = await publish({ headline: 'Fog over two rivers' })
    expect(english.slug).toBe('fog-over-two-rivers')
    expect((await publish({ headline: 'Fog over two rivers' })).slug).toBe('fog-over-two-rivers-2')
    expect((await publish({ language: 'zh', headline: '山城' })).slug).toBe('shan-cheng')
    const chinese = await publish({
      language: 'zh',
      headline: '两江之雾',
      translationOf: english.id,
    })
    expect(chinese.slug).toBe('fog-over-two-rivers')
  })

  it('refuses a typed slug that another story of the language has', async () => {
    await publish({ slug: 'taken' })
    expect((await refusalOf(publish({ slug: 'taken' }))).slug).toMatch(/Another story/)
    await expect(publish({ language: 'zh', slug: 'taken' })).resolves.toMatchObject({
      slug: 'taken',
    })
    expect((await refusalOf(publish({ slug: 'Not A Slug' }))).slug).toMatch(/lower-case/)
  })

  it('stories of one group are one in each language', async () => {
    const english = await publish({ slug: 'one-of-two' })
    const chinese = await publish({ language: 'zh', slug: 'one-of-two', translationOf: english.id })
    expect(chinese.translationGroup).toBe(english.translationGroup)
    const third = refusalOf(publish({ language: 'zh', slug: 'three', translationOf: english.id }))
    expect((await third).translationOf).toMatch(/already has an edition/)
  })

  it('the moment of publishing is the time of publication, unless one is given', async () => {
    const before = Date.now()
    const story = await publish({ slug: 'now', publishedAt: null })
    expect(new Date(story.publishedAt ?? 0).getTime()).toBeGreaterThanOrEqual(before)
    expect(story.path).toMatch(/^\/en\/\d{4}\/\d{2}\/\d{2}\/now$/)
  })

  it('200 saves at once over 20 stories lose nothing', async () => {
    const stories = await Promise.all(
      Array.from({ length: 20 }, (_, number) => publish({ slug: `busy-${number}` })),
    )
    const saves = Array.from({ length: 200 }, (_, number) => {
      const story = stories[number % stories.length]
      return room.payload.update({
        collection: 'articles',
        id: story?.id ?? 0,
        data: { kicker: `save ${number}` },
        depth: 0,
      })
    })
    const results = await Promise.allSettled(saves)
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
    for (const story of stories) {
      const { totalDocs } = await room.payload.countVersions({
        collection: 'articles',
        where: { parent: { equals: story.id } },
      })
      expect(totalDocs).toBe(11)
    }
  }, 120_000)
})
