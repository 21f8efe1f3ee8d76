import type { Lifetime } from '../../../edge/cache/lifetimes.ts'
import { makePage, type Page } from '../../../edge/cache/page.ts'
import { PageCache } from '../../../edge/cache/page-cache.ts'
import { PageStore } from '../../../edge/cache/page-store.ts'
import { Unavailable } from '../../../edge/render/gate.ts'

const minute = 60_000
const lifetime: Lifetime = {
  freshMs: minute,
  whileRevalidateMs: 10 * minute,
  ifErrorMs: 100 * minute,
}
const pageOf = (body: string, keys: string[] = ['k'], more: Partial<Page> = {}): Promise<Page> =>
  makePage({ status: 200, body, headers: [], cacheHeaders: [], keys, lifetime }).then((page) => ({
    ...page,
    ...more,
  }))

/** A render that lands when the test says so. */
function runway() {
  let land: (page: Page) => void = () => {}
  let crash: (error: Error) => void = () => {}
  const landing = new Promise<Page>((resolve, reject) => {
    land = resolve
    crash = reject
  })
  return { render: () => landing, land, crash }
}

function setUp(maxBytes = 10_000_000) {
  let now = 1_000_000
  const store = new PageStore(maxBytes)
  const failures: string[] = []
  const cache = new PageCache(store, (key) => failures.push(key), { now: () => now, patience: 50 })
  const get = (render: () => Promise<Page>) => cache.get('/en', render)
  const fail = () => Promise.reject(new Error('down'))
  return { store, cache, failures, get, fail, pass: (ms: number) => (now += ms) }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the cache', () => {
  it('renders once and then serves what it kept', async () => {
    const { get, cache } = setUp()
    expect((await get(() => pageOf('a'))).how).toBe('miss')
    expect((await get(() => pageOf('b'))).how).toBe('hit')
    expect(cache.fresh('/en')).toBeDefined()
  })

  it('lets concurrent misses wait for one render', async () => {
    const { get } = setUp()
    const { render, land } = runway()
    let renders = 0
    const counted = () => {
      renders++
      return render()
    }
    const all = Promise.all([get(counted), get(counted), get(counted)])
    land(await pageOf('a'))
    expect((await all).map(({ how }) => how)).toEqual(['miss', 'collapsed', 'collapsed'])
    expect(renders).toBe(1)
  })

  it('serves an expired page at once and renders behind it', async () => {
    const { get, pass } = setUp()
    const first = await get(() => pageOf('a'))
    pass(2 * minute)
    const second = await get(() => pageOf('b'))
    expect(second).toEqual({ kept: first.kept, how: 'stale' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    const third = await get(() => pageOf('c'))
    expect(third.how).toBe('hit')
    expect(third.kept).not.toBe(first.kept)
  })

  it('waits for the fresh page after a purge', async () => {
    const { get, cache } = setUp()
    const first = await get(() => pageOf('a'))
    expect(cache.purge(['k'], false)).toBe(1)
    expect(cache.fresh('/en')).toBeUndefined()
    const second = await get(() => pageOf('b'))
    expect(second.how).toBe('refresh')
    expect(second.kept).not.toBe(first.kept)
    expect(cache.fresh('/en')).toBe(second.kept)
  })

  it('leaves pages alone that a purge does not name', async () => {
    const { get, cache } = setUp()
    await get(() => pageOf('a', ['k', 'l']))
    expect(cache.purge(['m'], true)).toBe(0)
    expect(cache.fresh('/en')).toBeDefined()
  })

  it('serves the old page when the fresh one fails, and tries again after a pause', async () => {
    const { get, cache, fail, pass, failures } = setUp()
    await get(() => pageOf('a'))
    cache.purge(['k'], false)
    expect((await get(fail)).how).toBe('stale-if-error')
    expect((await get(() => pageOf('b'))).how).toBe('stale-if-error')
    expect(failures).toEqual(['/en'])
    pass(4000)
    expect((await get(() => pageOf('b'))).how).toBe('refresh')
  })

  it('serves the old page when the fresh one takes too long, and keeps that when it comes', async () => {
    const { get, cache } = setUp()
    await get(() => pageOf('a'))
    cache.purge(['k'], false)
    const { render, land } = runway()
    expect((await get(render)).how).toBe('stale-if-error')
    land(await pageOf('b'))
    await settled()
    expect((await get(() => pageOf('c'))).how).toBe('hit')
  })

  it('serves no page that is too old even for an error', async () => {
    const { get, fail, pass } = setUp()
    await get(() => pageOf('a'))
    pass(101 * minute)
    await expect(get(fail)).rejects.toThrow('down')
  })

  it('never serves a withdrawn page again, not even when rendering fails', async () => {
    const { get, cache, fail, store } = setUp()
    await get(() => pageOf('a'))
    cache.purge(['k'], true)
    expect(store.size).toBe(0)
    await expect(get(fail)).rejects.toThrow('down')
  })

  it('asks for patience when what it renders is withdrawn again and again', async () => {
    const { get, cache } = setUp()
    let renders = 0
    const withdrawn = async () => {
      renders++
      const page = await pageOf('a')
      cache.purge(['k'], true)
      return page
    }
    await expect(get(withdrawn)).rejects.toThrow(Unavailable)
    expect(renders).toBe(3)
    expect(cache.holds('/en')).toBe(false)
  })

  it('does not serve a page withdrawn while its successor is being rendered', async () => {
    const { get, cache } = setUp()
    await get(() => pageOf('a'))
    cache.purge(['k'], false)
    const { render, crash } = runway()
    const waiting = get(render)
    cache.purge(['k'], true)
    crash(new Error('down'))
    await expect(waiting).rejects.toThrow('down')
  })

  it('does not keep as fresh what was rendered before a purge that it shows', async () => {
    const { get, cache } = setUp()
    const { render, land } = runway()
    const before = get(render)
    await settled()
    cache.purge(['k'], false)
    land(await pageOf('old'))
    const old = await before
    expect(cache.fresh('/en')).toBeUndefined()
    const after = await get(() => pageOf('new'))
    expect(after.how).toBe('refresh')
    expect(after.kept).not.toBe(old.kept)
  })

  it('keeps as fresh what a purge during its render does not touch', async () => {
    const { get, cache } = setUp()
    const { render, land } = runway()
    const waiting = get(render)
    await settled()
    cache.purge(['other'], true)
    land(await pageOf('a'))
    await waiting
    expect(cache.fresh('/en')).toBeDefined()
  })

  it('gives a request that came after a purge no render that began before it', async () => {
    const { get, cache } = setUp()
    const { render, land } = runway()
    const before = get(render)
    await settled()
    cache.purge(['k'], false)
    const after = get(() => pageOf('new'))
    const old = await pageOf('old')
    land(old)
    expect((await before).kept.page).toBe(old)
    expect((await after).kept.page).not.toBe(old)
  })

  it('gives nobody a render that began before a withdrawal', async () => {
    const { get, cache } = setUp()
    const { render, land } = runway()
    const old = await pageOf('old')
    let renders = 0
    const waiting = get(() => (renders++ === 0 ? render() : pageOf('gone')))
    await settled()
    cache.purge(['k'], true)
    land(old)
    expect((await waiting).kept.page).not.toBe(old)
  })

  it('does not hold a purge against a render that was still queued', async () => {
    const { cache } = setUp()
    const { render, land } = runway()
    let begin = () => {}
    const waiting = cache.get('/en', (begins) => {
      begin = begins
      return render()
    })
    await settled()
    cache.purge(['k'], false)
    begin()
    land(await pageOf('a'))
    await waiting
    expect(cache.fresh('/en')).toBeDefined()
  })

  it('asks for everything again when what changed is not known', async () => {
    const { get, cache } = setUp()
    await get(() => pageOf('a'))
    cache.purgeAll()
    expect((await get(() => pageOf('b'))).how).toBe('refresh')
  })
})

describe('the clock of the machine', () => {
  const realNow = Date.now
  afterEach(() => {
    Date.now = realNow
  })

  it.each([
    ['forward', 400],
    ['back', -400],
  ])('put %s by a year makes nothing older or younger', async (_, days) => {
    const store = new PageStore(10_000_000)
    const cache = new PageCache(store, () => {})
    await cache.get('/en', () => pageOf('a'))
    const there = Date.now()
    Date.now = () => there + days * 24 * 60 * minute
    expect((await cache.get('/en', () => pageOf('b'))).how).toBe('hit')
    // A failure pauses tries for seconds, not for a year.
    cache.purge(['k'], false)
    const failing = () => Promise.reject(new Error('down'))
    expect((await cache.get('/en', failing)).how).toBe('stale-if-error')
    expect((store.get('/en')?.retryAt ?? 0) - there).toBeLessThan(minute)
  })

  it('is what a date says that readers see', async () => {
    const { store } = setUp()
    const cache = new PageCache(store, () => {}, { wallClock: () => 1_800_000_000_500 })
    const dated = () => pageOf('a', ['k'], { modifiedAt: 0 })
    expect((await cache.get('/en', dated)).kept.page.modifiedAt).toBe(1_800_000_000_000)
  })
})

describe('the store', () => {
  it('stays within its bytes, and its index with it', async () => {
    const { cache, store } = setUp(1_000_000)
    for (let number = 0; number < 100; number++) {
      const page = await pageOf('a', [`k${number}`], { bytes: 50_000 })
      await cache.get(`/${number}`, () => Promise.resolve(page))
    }
    expect(store.bytes).toBeLessThanOrEqual(1_048_576)
    expect(cache.purge(['k0'], false)).toBe(0)
    expect(cache.purge(['k99'], false)).toBe(1)
  })

  it('does not let a flood of unknown addresses push out stories', async () => {
    const { cache } = setUp(1_000_000)
    const story = await pageOf('a', ['k'], { bytes: 50_000 })
    await cache.get('/en', () => Promise.resolve(story))
    const refusal = await pageOf('no', ['n'], { status: 404, bytes: 50_000 })
    for (let number = 0; number < 100; number++)
      await cache.get(`/${number}`, () => Promise.resolve(refusal))
    expect(cache.fresh('/en')).toBeDefined()
  })

  it('takes a page that is larger than itself as not kept', async () => {
    const { get, cache } = setUp(1_000_000)
    const large = await pageOf('a', ['k'], { bytes: 2_000_000 })
    expect((await get(() => Promise.resolve(large))).kept.page).toBe(large)
    expect(cache.fresh('/en')).toBeUndefined()
  })
})
