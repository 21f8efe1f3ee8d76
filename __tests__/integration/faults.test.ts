import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import pg from 'pg'
import { freePort } from '../../edge/free-port.ts'
import { keysOf, siteKey } from '../../lib/purge-keys.ts'
import {
  databaseUrlOf,
  keepReading,
  metric,
  read,
  rendererOf,
  until,
  withDatabase,
} from '../harness/faults.ts'
import type { Launched } from '../harness/processes.ts'
import { postgresOf, prepareStarts, type Starts } from '../harness/starts.ts'

/** A portal that things happen to, one after the other, while somebody reads. */
let starts: Starts
let dataDir: string
let portal: Launched & { url: string }
let metrics: string
let token: string

const account = { email: 'editor@example.com', password: 'correct horse battery staple' }
/** Asked for before anything happens, and on and on. */
const kept = ['/en', '/zh', '/en/city', '/en/latest']

beforeAll(async () => {
  starts = await prepareStarts()
  dataDir = starts.dataDir('filled')
  await open()
  await desk('POST', 'sections', { name: 'City', slug: 'city' })
  await until(() => Promise.all(kept.map((path) => read(portal.url + path))), all(200))
}, 120_000)
afterAll(() => starts.endAll())

async function open() {
  const port = String(await freePort())
  metrics = `http://127.0.0.1:${port}`
  const { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } = account
  portal = await starts.start(dataDir, {
    env: { ADMIN_EMAIL, ADMIN_PASSWORD, METRICS_PORT: port },
  })
  await portal.open()
  token = String((await desk('POST', 'users/login', account)).token)
}

const all = (status: number) => (replies: readonly { status: number }[]) =>
  replies.every((reply) => reply.status === status)

/** What an editor does. @throws {Error} when it is not acknowledged. */
async function desk(method: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${portal.url}/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
  return JSON.parse(text)
}

const saves = { asked: 0, acknowledged: [] as string[] }

/** Tries to save a topic; what is acknowledged has to be there in the end. */
async function save(): Promise<boolean> {
  const slug = `topic-${++saves.asked}`
  return desk('POST', 'topics', { name: slug, slug }).then(
    () => saves.acknowledged.push(slug) > 0,
    () => false,
  )
}

/** Takes a page out of memory, so that the next reader needs the renderer. */
async function drop(path: string): Promise<void> {
  const seq = await withDatabase(dataDir, async (client) => {
    const insert = 'insert into outbox (keys, urgent) values ($1, true) returning id'
    const { rows } = await client.query<{ id: string }>(insert, [
      keysOf(path).filter((key) => key !== siteKey),
    ])
    const written = await client.query<{ seq: string }>('select seq from outbox where id = $1', [
      rows[0]?.id,
    ])
    return Number(written.rows[0]?.seq)
  })
  await until(
    () => metric(metrics, 'portal_outbox_position'),
    (position) => position >= seq,
  )
}

const ready = () =>
  until(
    () => read(`${portal.url}/readyz`),
    ({ status }) => status === 200,
  )

/** Reads on while a fault lasts; readers of kept pages must not notice it. */
async function during(fault: () => Promise<void>): Promise<void> {
  const readers = keepReading(kept.map((path) => portal.url + path))
  try {
    await fault()
  } finally {
    await readers.end()
  }
  expect(readers.others).toEqual([])
  expect(readers.count()).toBeGreaterThan(kept.length)
}

/** A page that is not kept: there, or a page that says when to come again. */
async function uncached(path: string): Promise<number> {
  const { status, headers, text } = await read(portal.url + path)
  expect([200, 503]).toContain(status)
  if (status === 503) {
    expect(headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expect(headers['cache-control']).toBe('no-store')
    expect(text).toContain('</html>')
  }
  return status
}

const heals = async (path: string): Promise<void> => {
  await until(
    () => read(portal.url + path),
    ({ status }) => status === 200,
  )
  await ready()
  expect(await until(save, (isSaved) => isSaved)).toBe(true)
}

it('the renderer is killed again and again', () =>
  during(async () => {
    const restarts = await metric(metrics, 'portal_renderer_restarts_total')
    for (let kills = 1; kills <= 3; kills++) {
      await drop('/zh/latest')
      const before = rendererOf(portal)
      process.kill(before, 'SIGKILL')
      await uncached('/zh/latest')
      await until(
        () => rendererOf(portal),
        (pid) => pid !== before,
      )
    }
    await heals('/zh/latest')
    expect(await metric(metrics, 'portal_renderer_restarts_total')).toBe(restarts + 3)
  }))

it('the renderer hangs', () =>
  during(async () => {
    await drop('/zh/latest')
    const hung = rendererOf(portal)
    process.kill(hung, 'SIGSTOP')
    expect(await uncached('/zh/latest')).toBe(503)
    await until(
      () => rendererOf(portal),
      (pid) => pid !== hung,
    )
    await heals('/zh/latest')
    expect(portal.output()).toContain('the renderer hangs; it is killed')
  }))

it('the database is killed', () =>
  during(async () => {
    await drop('/zh/latest')
    expect(await save()).toBe(true)
    const killed = postgresOf(dataDir)
    process.kill(killed, 'SIGKILL')
    await Promise.all([uncached('/zh/latest'), save()])
    await heals('/zh/latest')
    expect(postgresOf(dataDir)).not.toBe(killed)
  }))

it('somebody takes every connection that the database has', () =>
  during(async () => {
    await drop('/zh/latest')
    const held: pg.Client[] = []
    const connectionString = databaseUrlOf(dataDir)
    for (let isFree = true; isFree; ) {
      const client = new pg.Client({ connectionString })
      client.on('error', () => {})
      isFree = await client.connect().then(
        () => held.push(client) > 0,
        () => false,
      )
    }
    expect(held.length).toBeGreaterThan(10)
    await Promise.all([uncached('/zh/latest'), save()])
    await Promise.all(held.map((client) => client.end()))
    await heals('/zh/latest')
  }))

it('a thousand changes come within a second', () =>
  during(async () => {
    const last = await withDatabase(dataDir, async (client) => {
      // Each in a transaction of its own, as saves are.
      await client.query(`do $$ begin
        for i in 1..1000 loop
          insert into outbox (keys) values (array['sections:1', 'topics:' || i]);
          commit;
        end loop;
      end $$`)
      const { rows } = await client.query<{ seq: string }>('select max(seq) as seq from outbox')
      return Number(rows[0]?.seq)
    })
    await until(
      () => metric(metrics, 'portal_outbox_position'),
      (position) => position === last,
    )
    const { headers } = await read(`${portal.url}/en`)
    expect(headers['cache-status']).not.toContain('stale-if-error')
    await heals('/en')
  }))

/** Each connection is a file of the edge and one of this process: what the limit allows, up to 10,000. */
const openFiles = Number(execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }))
const manyConnections = Math.min(10_000, Number.isNaN(openFiles) ? 10_000 : openFiles - 500)

it(`${manyConnections} readers are connected at once`, () =>
  during(async () => {
    const { port } = new URL(portal.url)
    const sockets: net.Socket[] = []
    try {
      while (sockets.length < manyConnections) {
        const length = Math.min(500, manyConnections - sockets.length)
        const more = Array.from({ length }, () => net.connect(Number(port), '127.0.0.1'))
        sockets.push(...more)
        await Promise.all(more.map((socket) => once(socket, 'connect')))
      }
      const answers = sockets.map(async (socket) => {
        socket.write('GET /en HTTP/1.1\r\nHost: portal\r\nAccept-Encoding: br\r\n\r\n')
        const [chunk] = await once(socket, 'data')
        return chunk.toString('latin1', 0, 15)
      })
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['HTTP/1.1 200 OK']))
      expect((await read(`${portal.url}/healthz`)).status).toBe(200)
    } finally {
      for (const socket of sockets) socket.destroy()
    }
    await heals('/en')
  }))

it('the edge is killed: what was acknowledged is there after the next start', async () => {
  const late = save()
  portal.child.kill('SIGKILL')
  await late
  await portal.ended
  await open()
  for (const path of kept) expect((await read(portal.url + path)).status).toBe(200)
  const { rows } = await withDatabase(dataDir, (client) =>
    client.query<{ slug: string }>('select slug from topics'),
  )
  expect(rows.map(({ slug }) => slug)).toEqual(expect.arrayContaining(saves.acknowledged))
  expect(saves.acknowledged.length).toBeGreaterThan(5)
})
