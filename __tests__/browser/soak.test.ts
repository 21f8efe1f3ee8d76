import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Pool } from 'undici'
import { portalDatabaseUrl, portalMetricsUrl, portalUrl } from '../harness/portal.ts'

/**
 * Readers of every kind at a real portal, while the newsroom changes things: for three minutes, or for
 * SOAK_SECONDS. Nothing may go wrong, and the edge may not grow.
 */
const seconds = Number(process.env.SOAK_SECONDS ?? 180)

type Figures = { heap: number; renders: number }
let paths: string[]
let database: pg.Client
const told = new Map<string, number>()
const faults: string[] = []
let over = false

beforeAll(async () => {
  database = new pg.Client({ connectionString: portalDatabaseUrl() })
  await database.connect()
  const { rows } = await database.query<{ path: string }>(
    `select path from articles where _status = 'published' and published_at <= now()`,
  )
  paths = ['/en', '/zh', '/en/latest', '/zh/feed.xml', ...rows.map(({ path }) => path)]
})
afterAll(async () => {
  over = true
  await database.end()
})

const anyPath = () => paths[Math.floor(Math.random() * paths.length)] ?? '/en'

/** Notes what came; everything in the 500s, and whatever breaks, is a fault. */
function note(what: string, status: number): void {
  told.set(`${what} ${status}`, (told.get(`${what} ${status}`) ?? 0) + 1)
  if (status >= 500 || status === 0) faults.push(`${what} ${status}`)
}

/** One kind of reader, one request after the other until it is over. */
async function reads(what: string, connections: Pool, wait: number, request: () => object) {
  while (!over) {
    const asked = { method: 'GET' as const, path: anyPath(), ...request() }
    try {
      const { statusCode, body } = await connections.request(asked)
      await body.dump()
      note(what, statusCode)
    } catch (error) {
      faults.push(`${what}: ${error}`)
    }
    await pause(wait)
  }
}

/** Goes away in the middle of an answer, or of its question. */
async function breaksOff() {
  const { hostname, port } = new URL(portalUrl())
  while (!over) {
    const socket = net.connect(Number(port), hostname).on('error', () => {})
    await once(socket, 'connect')
    const asked = `GET ${anyPath()} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n\r\n`
    socket.write(asked.slice(0, Math.ceil(Math.random() * 1.5 * asked.length)))
    await pause(5)
    socket.destroy()
    await pause(50)
  }
}

/** Changes: of one page mostly, of everything now and then. */
async function changes() {
  for (let change = 1; !over; change++) {
    const key = change % 60 === 0 ? 'site' : `address:${anyPath()}`
    await database.query('insert into outbox (keys) values ($1)', [[key]])
    await pause(500)
  }
}

async function figures(): Promise<Figures> {
  const text = await (await fetch(portalMetricsUrl())).text()
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  const renders = [...text.matchAll(/^portal_render_seconds_count\S* (\d+)$/gm)]
  return {
    heap: value('nodejs_heap_size_used_bytes') + value('nodejs_external_memory_bytes'),
    renders: renders.reduce((sum, [, count]) => sum + Number(count), 0),
  }
}

/** What is left when garbage has been collected: the least of a while. */
const floorOf = (samples: readonly Figures[]) => Math.min(...samples.map(({ heap }) => heap))

it(
  'goes on for minutes without a fault, and without growing',
  async () => {
    const connections = new Pool(portalUrl(), { connections: 16 })
    const br = { 'accept-encoding': 'br' }
    const readers = [
      reads('page', connections, 5, () => ({ headers: br })),
      reads('page', connections, 5, () => ({ headers: br })),
      reads('gzip', connections, 40, () => ({ headers: { 'accept-encoding': 'gzip, x' } })),
      reads('plain', connections, 60, () => ({})),
      reads('head', connections, 60, () => ({ method: 'HEAD', headers: br })),
      reads('unchanged', connections, 40, () => ({ headers: { ...br, 'if-none-match': '*' } })),
      reads('tracked', connections, 60, () => ({ query: { utm_source: String(Math.random()) } })),
      // Few: pages that are not there are limited, and other tests ask for them too.
      reads('other', connections, 10_000, () => ({ path: `/en/2020/01/01/${Math.random()}` })),
      reads('malformed', connections, 100, () => ({ path: '/%E0%A4%A' })),
      breaksOff(),
      changes(),
    ]
    // A quarter to warm up, then a window to compare the last one with.
    const samples: Figures[] = []
    for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(1000))
      samples.push(await figures())
    over = true
    await Promise.all(readers)
    await connections.close()
    const quarter = Math.floor(samples.length / 4)
    const early = samples.slice(quarter, 2 * quarter)
    const late = samples.slice(-quarter)
    expect(faults).toEqual([])
    expect([...told.keys()]).toEqual(
      expect.arrayContaining(['page 200', 'head 200', 'unchanged 304', 'malformed 400']),
    )
    // It was at work: pages were rendered to the end.
    expect(late.at(-1)?.renders).toBeGreaterThan(early.at(-1)?.renders ?? 0)
    expect(floorOf(late)).toBeLessThan(1.2 * floorOf(early) + 8 * 1024 * 1024)
  },
  (seconds + 60) * 1000,
)
