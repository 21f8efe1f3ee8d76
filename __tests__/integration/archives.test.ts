import pg from 'pg'
import { mostInMonth } from '../../lib/archive/page-size.ts'
import { type Desk, openDesk } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'
import { sentDuring } from '../harness/statements.ts'

type Reading = typeof import('../../lib/reading/index.ts')
type Today = typeof import('../../lib/reading/archive/on-this-day.ts')

let room: TestNewsroom
let desk: Desk
let client: pg.Client
let read: Reading
let today: Today

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  // A month that holds more than its page shows: 110 stories on one day, 140 on another.
  await client.query(
    `insert into articles (headline, standfirst, language, slug, path, published_at, section_id, _status)
     select 'Story ' || n, 'Told.', 'en', 'story-' || n,
       '/en/2024/05/' || case when n <= 110 then '03' else '20' end || '/story-' || n,
       timestamptz '2024-05-03 09:00+08'
         + case when n <= 110 then interval '0' else interval '17 days' end
         + (n / 10) * interval '1 minute', $1, 'published'
     from generate_series(1, 250) n`,
    [desk.section],
  )
  read = await import('../../lib/reading/index.ts')
  today = await import('../../lib/reading/archive/on-this-day.ts')
})
afterAll(async () => {
  await client.end()
  await room.close()
})

const publish = (data: Parameters<Desk['story']>[0]) =>
  room.payload.create({ collection: 'articles', data: desk.story(data) })

async function month(path: string) {
  const found = await read.readArchived(path)
  return found?.kind === 'month' ? found : null
}
async function day(path: string) {
  const found = await read.readArchived(path)
  return found?.kind === 'day' ? found : null
}
async function monthsOf(path: string) {
  const found = await read.readArchived(path)
  return found?.kind === 'archive' ? found.page.months.map((entry) => entry.month) : null
}

describe('a month of the archive', () => {
  beforeAll(async () => {
    const section = desk.otherSection
    await publish({ slug: 'new-year', section, publishedAt: '2025-12-31T16:00:00.000Z' })
    await publish({ slug: 'last-day', section, publishedAt: '2025-12-31T15:59:59.000Z' })
    const ahead = new Date(Date.now() + 40 * 86_400_000).toISOString()
    await publish({ slug: 'ahead', section, publishedAt: ahead })
    await publish({ slug: 'draft', section, publishedAt: '2025-11-02T00:00:00Z', _status: 'draft' })
  })

  it('holds its stories by the clock of Chongqing', async () => {
    const found = await month('/en/travel/archive/2025-12')
    expect(found?.page.stories.map(({ href }) => href)).toEqual(['/en/2025/12/31/last-day'])
    expect(found?.page.days).toEqual([{ day: '2025-12-31', count: 1, href: '#day-31' }])
    expect(found?.page.next?.href).toBe('/en/travel/archive/2026-01')
    expect(found?.page.previous).toBeNull()
  })

  it('is not there without stories: empty, only drafts, still to come, of nobody', async () => {
    const ahead = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 7)
    for (const path of [
      '/en/travel/archive/2024-01',
      '/en/travel/archive/2025-11',
      `/en/travel/archive/${ahead}`,
      '/en/nowhere/archive/2025-12',
      '/zh/travel/archive/2025-12',
    ])
      expect(await read.readArchived(path)).toBeNull()
    expect(await monthsOf('/en/travel/archive')).toEqual(['2026-01', '2025-12'])
  })

  it('depends on the months around it, on the empty ones between, and on its twins', async () => {
    const keys = (await month('/en/archive/2025-12'))?.keys ?? []
    expect(keys).toEqual(
      expect.arrayContaining([
        'month:latest:en:2024-05',
        'month:latest:en:2025-03',
        'month:latest:en:2026-01',
        'month:latest:zh:2025-12',
      ]),
    )
    expect(keys).not.toContain('latest:en')
    // The last one is followed by whatever comes.
    expect((await month('/en/archive/2026-01'))?.keys).toContain('latest:en')
  })

  it('of a series, a topic and an author holds theirs', async () => {
    const series = await room.payload.create({
      collection: 'series',
      data: { name: 'Rivers', slug: 'rivers' },
    })
    const topic = await room.payload.create({
      collection: 'topics',
      data: { name: 'Boats', slug: 'boats' },
    })
    const person = await room.payload.create({
      collection: 'people',
      data: { name: 'Chen', slug: 'chen' },
    })
    await publish({
      slug: 'of-all',
      publishedAt: '2022-07-01T00:00:00.000Z',
      series: series.id,
      topics: [topic.id],
      bylines: [{ person: person.id, role: 'text' }],
    })
    for (const list of ['series/rivers', 'topics/boats', 'authors/chen']) {
      expect(await monthsOf(`/en/${list}/archive`)).toEqual(['2022-07'])
      const stories = (await month(`/en/${list}/archive/2022-07`))?.page.stories
      expect(stories?.map(({ href }) => href)).toEqual(['/en/2022/07/01/of-all'])
    }
  })
})

describe('a month that holds more than its page shows', () => {
  it('shows its newest stories, and leads to its days', async () => {
    const found = await month('/en/archive/2024-05')
    expect(found?.page.isWhole).toBe(false)
    expect(found?.page.stories).toHaveLength(20)
    expect(found?.page.days).toEqual([
      { day: '2024-05-03', count: 110, href: '/en/archive/2024-05-03' },
      { day: '2024-05-20', count: 140, href: '/en/archive/2024-05-20' },
    ])
  })

  it('is shown whole up to a limit', async () => {
    const add = (from: number, to: number) =>
      client.query(
        `insert into articles (headline, standfirst, language, slug, path, published_at, section_id, _status)
         select 'Story', 'Told.', 'en', 'limit-' || n, '/en/2008/01/09/limit-' || n,
           timestamptz '2008-01-09 09:00+08' + n * interval '1 minute', $1, 'published'
         from generate_series($2::int, $3::int) n`,
        [desk.section, from, to],
      )
    await add(1, mostInMonth)
    const whole = await month('/en/archive/2008-01')
    expect(whole?.page).toMatchObject({ isWhole: true, days: [{ href: '#day-9' }] })
    expect(whole?.page.stories).toHaveLength(mostInMonth)
    await add(mostInMonth + 1, mostInMonth + 1)
    const fuller = await month('/en/archive/2008-01')
    expect(fuller?.page).toMatchObject({
      isWhole: false,
      days: [{ href: '/en/archive/2008-01-09' }],
    })
    expect(fuller?.page.stories).toHaveLength(20)
  })

  it.each([
    ['2024-05-03', 110],
    ['2024-05-20', 140],
  ])('%s goes on where its page ends, and holds every story once', async (value, stories) => {
    const first = await day(`/en/archive/${value}`)
    expect(first?.page.stories).toHaveLength(100)
    const second = await day(first?.page.further ?? '')
    expect(second?.page.stories).toHaveLength(stories - 100)
    expect(second?.page.further).toBeNull()
    const shown = [...(first?.page.stories ?? []), ...(second?.page.stories ?? [])]
    expect(new Set(shown.map(({ id }) => id)).size).toBe(stories)
    const times = shown.map(({ publishedAt }) => publishedAt)
    expect(times).toEqual(times.toSorted().reverse())
  })

  it('names the nearest days with stories, and has no day without', async () => {
    expect((await day('/en/archive/2024-05-03'))?.page.next?.day).toBe('2024-05-20')
    expect((await day('/en/city/archive/2024-05-20'))?.page.previous?.day).toBe('2024-05-03')
    expect(await read.readArchived('/en/archive/2024-05-04')).toBeNull()
    expect(await read.readArchived('/en/archive/2024-05-03/after-999999')).toBeNull()
    const [ofAnotherDay] = (await day('/en/archive/2024-05-20'))?.page.stories ?? []
    const after = `/en/archive/2024-05-03/after-${ofAnotherDay?.id}`
    expect(ofAnotherDay).toBeDefined()
    expect(await read.readArchived(after)).toBeNull()
  })
})

describe('the switch of the archive', () => {
  it('leads to the same month, else to the archive, else to the front page', async () => {
    const of = { kind: 'section', language: 'en', slug: 'city' } as const
    const address = { kind: 'month', language: 'en', of, month: '2026-06' } as const
    const published = { publishedAt: '2026-06-10T00:00:00.000Z' }
    await publish({ slug: 'june', ...published })
    expect(await read.readArchiveSwitches(address)).toEqual([
      { language: 'zh', href: '/zh/city/archive', same: false },
    ])
    await publish({ slug: 'june', language: 'zh', ...published })
    expect(await read.readArchiveSwitches(address)).toEqual([
      { language: 'zh', href: '/zh/city/archive/2026-06', same: true },
    ])
    const travel = { ...of, slug: 'travel' }
    expect(await read.readArchiveSwitches({ ...address, of: travel })).toEqual([
      { language: 'zh', href: '/zh', same: false },
    ])
  })
})

describe('on this day', () => {
  const years = async (now: string, perYear?: number) => {
    const { page } = await today.readOnThisDay('en', perYear, undefined, new Date(now))
    return page.years.map(({ year, stories }) => [year, stories.length])
  }
  beforeAll(async () => {
    for (const [slug, publishedAt] of [
      ['first-of-may', '2019-04-30T16:00:00.000Z'],
      ['last-of-april', '2019-04-30T15:59:59.999Z'],
      ['leap-day', '2020-02-29T04:00:00.000Z'],
    ] as const)
      await publish({ slug, publishedAt })
  })

  it('changes with midnight in Chongqing, to the second', async () => {
    expect(await years('2026-04-30T15:59:59.000Z')).toEqual([['2019', 1]])
    const page = (await today.readOnThisDay('en', 5, 100, new Date('2026-04-30T16:00:00.000Z')))
      .page
    expect(page.day).toBe('2026-05-01')
    expect(page.years[0]?.stories[0]?.href).toBe('/en/2019/05/01/first-of-may')
  })

  it('takes 29 February from leap years, and this year from none', async () => {
    expect(await years('2028-02-29T04:00:00.000Z')).toEqual([['2020', 1]])
    expect(await years('2027-02-28T04:00:00.000Z')).toEqual([])
    expect(await years('2020-02-29T05:00:00.000Z')).toEqual([])
  })

  it('takes a few of each year', async () => {
    expect(await years('2026-05-20T04:00:00.000Z', 3)).toEqual([['2024', 3]])
  })
})

describe('at any size', () => {
  const cost = async (act: () => Promise<unknown>): Promise<number> =>
    (await sentDuring(room.payload, act)).length

  it('a page asks as often for many stories as for one', async () => {
    const few = await cost(() => month('/en/archive/2022-07'))
    const many = await cost(() => month('/en/archive/2024-05'))
    expect(few).toBeGreaterThan(2)
    expect(many).toBeLessThanOrEqual(few)
    expect(await cost(() => day('/en/archive/2024-05-20'))).toBeLessThanOrEqual(few)
  })

  it('months, days and their stories are found by index, in the order of time', async () => {
    await client.query(
      `insert into articles (headline, standfirst, language, slug, path, published_at, section_id, _status)
       select 'Story ' || n, 'Told.', 'zh', 'early-' || n, '/zh/early/' || n,
         timestamptz '2010-01-01 12:00+08' + n * interval '12 hours', $1, 'published'
       from generate_series(1, 6000) n`,
      [desk.section],
    )
    await client.query('vacuum analyze articles')
    const sent = await sentDuring(room.payload, async () => {
      expect((await month('/zh/city/archive/2014-05'))?.page.stories).toHaveLength(20)
      expect(await monthsOf('/zh/archive')).toHaveLength(100)
      expect((await day('/zh/archive/2014-05-20'))?.page.stories).toHaveLength(2)
      await today.readOnThisDay('zh')
    })
    const ofArchive = sent.filter(({ text }) => text.includes('articles l'))
    for (const { text, values } of ofArchive) {
      const { rows } = await client.query(`explain ${text}`, [...values])
      const plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n')
      expect(plan).toMatch(/Index (Only )?Scan .*\n +Index Cond: .*published_at/)
      expect(plan).not.toMatch(/Seq Scan|Bitmap Heap Scan on articles/)
    }
    expect(ofArchive.length).toBeGreaterThan(5)
  })
})
