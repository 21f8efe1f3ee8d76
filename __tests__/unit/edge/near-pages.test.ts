import { deserialize, serialize } from 'node:v8'
import fc from 'fast-check'
import { makePicture, type Page } from '../../../edge/cache/page.ts'
import { PageCache } from '../../../edge/cache/page-cache.ts'
import { PageStore } from '../../../edge/cache/page-store.ts'
import { answerQuestion } from '../../../edge/cluster/answer-worker.ts'
import { Asker } from '../../../edge/cluster/asker.ts'
import type { ToPrimary, ToWorker } from '../../../edge/cluster/messages.ts'
import { NearPages } from '../../../edge/cluster/near-pages.ts'
import { memoryLimits } from '../../../edge/limits/limits.ts'
import { OverLimit } from '../../../edge/limits/spend.ts'
import { Unavailable } from '../../../edge/render/gate.ts'

/** What each page shows, by number of the document. */
const shows: Readonly<Record<string, readonly number[]>> = {
  '/a': [0],
  '/b': [1],
  '/front': [0, 1],
}
const paths = Object.keys(shows)
const lifetime = { freshMs: 60_000, whileRevalidateMs: 600_000, ifErrorMs: 6_000_000 }
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A page that says which version of each document it shows. */
const pageOf = (versions: readonly number[], keys: readonly string[]): Page =>
  makePicture({
    status: 200,
    body: Buffer.from(JSON.stringify(versions)),
    headers: [],
    cacheHeaders: [],
    keys,
    lifetime,
  })
const versionsOf = (page: Page): number[] => JSON.parse(page.br.body.toString())

type Purge = { document: number; version: number; urgent: boolean }
type Version = [document: number, version: number]

/** A newsroom, a primary and two workers, between which nothing moves unless the test says so. */
class World {
  readonly newsroom = [0, 0]
  readonly faults: string[] = []
  private readonly outbox: Purge[] = []
  private readonly landings: (() => void)[] = []
  private readonly store = new PageStore(10_000_000)
  private readonly cache = new PageCache(this.store, () => {}, { now: () => 0 })
  readonly workers = [0, 1].map(() => new Worker(this.faults))

  private render(path: string) {
    return async (begin: () => void): Promise<Page> => {
      begin()
      const shown = shows[path] ?? []
      const versions = shown.map((document) => this.newsroom[document] ?? 0)
      await new Promise<void>((resolve) => this.landings.push(resolve))
      return pageOf(
        versions,
        shown.map((document) => `d${document}`),
      )
    }
  }

  private readonly edge = {
    pages: {
      page: ({ path }: { path: string }) => this.cache.get(path, this.render(path)),
      unknown: () => Promise.reject(new Error()),
      drawing: () => Promise.reject(new Error()),
    },
    fresh: (key: string) => this.cache.fresh(key),
    limits: memoryLimits(),
    readiness: async () => [],
  }

  /** A change is committed; that it is heard of comes later. */
  save(document: number, urgent: boolean): void {
    const version = (this.newsroom[document] ?? 0) + 1
    this.newsroom[document] = version
    this.outbox.push({ document, version, urgent })
  }

  hearOfChange(): void {
    const purge = this.outbox.shift()
    if (!purge) return
    const keys = [`d${purge.document}`]
    this.cache.purge(keys, purge.urgent)
    for (const worker of this.workers)
      worker.send({ kind: 'purge', keys, urgent: purge.urgent }, [purge.document, purge.version])
  }

  /** @param pick which of the renders under way */
  land(pick: number): void {
    this.landings.splice(pick % Math.max(1, this.landings.length), 1)[0]?.()
  }

  ask(at: number): void {
    const worker = this.workers[at]
    const message = worker?.toPrimary.shift()
    if (worker && message?.kind === 'ask')
      void answerQuestion(this.edge, (told) => worker.send(told), message)
  }

  /** Everything that is under way arrives. */
  async settle(): Promise<void> {
    while (this.outbox.length > 0) this.hearOfChange()
    await turn()
    while (this.isBusy) {
      this.land(0)
      for (const [at, worker] of this.workers.entries()) {
        while (worker.toPrimary.length > 0) this.ask(at)
        while (worker.queue.length > 0) worker.receive()
      }
      await turn()
    }
  }

  private get isBusy(): boolean {
    const isWaiting = this.workers.some(
      ({ toPrimary, queue }) => toPrimary.length + queue.length > 0,
    )
    return isWaiting || this.landings.length > 0
  }
}

/** A worker, and the two queues between it and its primary. */
class Worker {
  readonly toPrimary: ToPrimary[] = []
  readonly queue: { message: Buffer; after?: Version }[] = []
  readonly seen = [0, 0]
  under = 0
  private readonly faults: string[]
  private readonly asker = new Asker((question, ask) =>
    this.toPrimary.push({ kind: 'ask', question, ask }),
  )
  readonly pages = new NearPages(new PageStore(10_000_000), this.asker.ask, () => {}, {
    now: () => 0,
  })

  constructor(faults: string[]) {
    this.faults = faults
  }

  send(message: ToWorker, after?: Version): void {
    this.queue.push({ message: serialize(message), ...(after ? { after } : {}) })
  }

  receive(): void {
    const next = this.queue.shift()
    if (!next) return
    const message: ToWorker = deserialize(next.message)
    if (message.kind === 'told') this.asker.told(message.question, message.told)
    if (message.kind === 'purge') this.pages.purge(message.keys, message.urgent)
    if (next.after) this.seen[next.after[0]] = next.after[1]
    this.check()
  }

  read(path: string): void {
    const seen = [...this.seen]
    this.under++
    const asked = { path, kind: 'story', language: null, network: '' } as const
    void this.pages.page(asked).then(({ kept }) => {
      this.under--
      if (!isUpTo(path, kept.page, seen)) this.faults.push(`${path} was old for who asked later`)
    })
  }

  /** What would be served as fresh shows every change that the worker has heard of. */
  check(): void {
    for (const path of paths) {
      const kept = this.pages.fresh(path)
      if (kept && !isUpTo(path, kept.page, this.seen)) this.faults.push(`${path} is kept, and old`)
    }
  }
}

const isUpTo = (path: string, page: Page, seen: readonly number[]): boolean => {
  const shown = versionsOf(page)
  return (shows[path] ?? []).every((document, at) => (shown[at] ?? 0) >= (seen[document] ?? 0))
}

const step = fc.oneof(
  fc.record({
    do: fc.constant('read' as const),
    at: fc.nat(1),
    path: fc.constantFrom(...paths),
  }),
  fc.record({ do: fc.constant('save' as const), document: fc.nat(1), urgent: fc.boolean() }),
  fc.record({ do: fc.constant('hear' as const) }),
  fc.record({ do: fc.constant('ask' as const), at: fc.nat(1) }),
  fc.record({ do: fc.constant('receive' as const), at: fc.nat(1) }),
  fc.record({ do: fc.constant('land' as const), pick: fc.nat(3) }),
  // What happens within one turn of an event loop happens before promises are settled.
  fc.record({ do: fc.constant('turn' as const) }),
)

it('no worker keeps or serves what a change that it has heard of made old, however messages cross', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80 }), async (steps) => {
      const world = new World()
      for (const one of steps) {
        if (one.do === 'read') world.workers[one.at]?.read(one.path)
        else if (one.do === 'save') world.save(one.document, one.urgent)
        else if (one.do === 'hear') world.hearOfChange()
        else if (one.do === 'ask') world.ask(one.at)
        else if (one.do === 'receive') world.workers[one.at]?.receive()
        else if (one.do === 'land') world.land(one.pick)
        else await turn()
      }
      await world.settle()
      for (const worker of world.workers) worker.check()
      expect(world.faults).toEqual([])
      expect(world.workers.map(({ under, seen }) => ({ under, seen }))).toEqual(
        world.workers.map(() => ({ under: 0, seen: world.newsroom })),
      )
    }),
    { numRuns: 200 },
  )
}, 60_000)

describe('the pages of a worker', () => {
  it('are asked for once by all who want the same, and then stand in its own memory', async () => {
    const world = new World()
    const [worker] = world.workers
    for (let readers = 0; readers < 5; readers++) worker?.read('/front')
    await turn()
    expect(worker?.toPrimary).toHaveLength(1)
    await world.settle()
    expect(worker?.pages.fresh('/front')).toBeDefined()
    worker?.read('/front')
    expect(worker?.toPrimary).toHaveLength(0)
    await turn()
    expect(worker?.under).toBe(0)
  })

  const wanted = { path: '/a', kind: 'story', language: null } as const

  it('are refused to the network that is over its limit, not to others that wait with it', async () => {
    let asked = 0
    const pages = new NearPages(
      new PageStore(1),
      async (_name, _asked, receive) => {
        await turn()
        if (++asked === 1) throw new OverLimit('unknown', 7)
        const kept = { key: '/a', page: pageOf([0], []), renderedAt: 0, freshUntil: 1 }
        const more = { revalidateUntil: 1, errorUntil: 1, purged: false, retryAt: 0 }
        const told = { kept: { ...kept, ...more }, how: 'miss', isCurrent: true } as never
        return receive ? receive(told) : told
      },
      () => {},
      { now: () => 0 },
    )
    const first = pages.page({ ...wanted, network: 'flood' })
    const second = pages.page({ ...wanted, network: 'reader' })
    await expect(first).rejects.toThrow(OverLimit)
    expect((await second).kept.key).toBe('/a')
  })

  it('are as old and as fresh as they are in the primary, whatever the clock was when each began', async () => {
    const hour = 3_600_000
    const kept = { key: '/a', page: pageOf([0], []), renderedAt: 500, freshUntil: 1500 }
    const more = { revalidateUntil: 1500, errorUntil: 1500, purged: false, retryAt: 0 }
    const told = { kept: { ...kept, ...more }, how: 'hit', isCurrent: true } as never
    let now = hour + 1000
    const pages = new NearPages(
      new PageStore(1),
      async (_name, _asked, receive) => {
        await turn()
        return receive ? receive(told) : told
      },
      () => {},
      { ahead: hour, now: () => now },
    )
    const served = await pages.page({ ...wanted, network: '' })
    expect(now - served.kept.renderedAt).toBe(500)
    expect(pages.fresh('/a')).toBe(served.kept)
    now += 500
    expect(pages.fresh('/a')).toBeUndefined()
  })

  it('cannot be had by anybody while the renderer is away', async () => {
    let asked = 0
    const pages = new NearPages(
      new PageStore(1),
      async () => {
        asked++
        await turn()
        throw new Unavailable('down')
      },
      () => {},
    )
    const all = ['a', 'b'].map((network) => pages.page({ ...wanted, network }))
    for (const one of all) await expect(one).rejects.toThrow(Unavailable)
    expect(asked).toBe(1)
  })
})
