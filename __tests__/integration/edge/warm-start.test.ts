import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { makePage } from '../../../edge/cache/page.ts'
import { keep, PageStore } from '../../../edge/cache/page-store.ts'
import { restore, takeSnapshot, writeSnapshot } from '../../../edge/cache/snapshot.ts'
import { followOutbox, type Position, type Resume } from '../../../edge/outbox-follower.ts'
import { databaseForTest, type TestDatabase } from '../../harness/database.ts'

const log = pino({ level: 'silent' })
const dataDir = mkdtempSync(join(tmpdir(), 'warm-'))
const lifetime = { freshMs: 60_000, whileRevalidateMs: 60_000, ifErrorMs: 60_000 }

let database: TestDatabase
let newsroom: pg.Client
beforeAll(async () => {
  database = await databaseForTest()
  newsroom = new pg.Client({ connectionString: database.url })
  await newsroom.connect()
})
afterAll(async () => {
  await newsroom.end()
  await database.drop()
  rmSync(dataDir, { recursive: true })
})

const change = (key: string, due = 'now()') =>
  newsroom.query(`insert into outbox (keys, due_at) values ($1, ${due})`, [[key]])

/** Reads the outbox as an edge does that starts, and ends again. */
async function follow(resume?: Resume) {
  const heard: string[] = []
  const follower = followOutbox({
    databaseUrl: database.url,
    log,
    resume,
    onChange: ({ keys }) => heard.push(...keys),
    onUnknown: () => heard.push('unknown'),
  })
  await follower.ready
  const position = follower.position()
  await follower.close()
  return { heard, position }
}

async function positionNow(): Promise<Position> {
  const { position } = await follow()
  if (!position) throw new Error('The outbox was not read')
  return position
}

it('what changed between two edges, and what became due, is heard after the pages are back', async () => {
  await change('due meanwhile', "now() + interval '300 milliseconds'")
  const from = await positionNow()
  await change('missed')
  await new Promise((resolve) => setTimeout(resolve, 350))
  const order: string[] = []
  const { heard } = await follow({ from, onResume: () => order.push('resumed') })
  expect(order).toEqual(['resumed'])
  expect(heard.sort()).toEqual(['due meanwhile', 'missed'])
})

it('nothing is taken up in the outbox of another newsroom', async () => {
  await change('one')
  const from = { ...(await positionNow()), stamp: '2001-01-01 00:00:00+00' }
  const resumed: string[] = []
  const { heard } = await follow({ from, onResume: () => resumed.push('resumed') })
  expect(resumed).toEqual([])
  expect(heard).toContain('unknown')
})

it('pages come back whole, without those that were purged, for the same maker, once', async () => {
  const store = new PageStore(10_000_000)
  for (const name of ['old', 'front', 'story']) {
    const page = await makePage({
      status: 200,
      body: `<p>${name} 新闻</p>`,
      headers: ['Content-Type', 'text/html'],
      cacheHeaders: [],
      keys: [name],
      lifetime,
    })
    store.put(keep(`/${name}`, page, Date.now()))
  }
  store.purge(['old'], false)
  const position = { seq: 7, stamp: null, at: Date.now() }
  const write = () => writeSnapshot(dataDir, { maker: 'build 1', position, store }, log)
  write()
  expect(takeSnapshot(dataDir, 'build 2')).toBeNull()
  write()
  const taken = takeSnapshot(dataDir, 'build 1')
  if (!taken) throw new Error('No snapshot')
  const fresh = new PageStore(10_000_000)
  restore(fresh, taken)
  expect(fresh.get('/old')).toBeUndefined()
  expect(fresh.get('/story')?.page.br.body).toEqual(store.get('/story')?.page.br.body)
  expect(fresh.purge(['front'], true)).toBe(1)
  expect(takeSnapshot(dataDir, 'build 1')).toBeNull()
})

it('a broken snapshot is a cold start', () => {
  writeFileSync(join(dataDir, 'pages.snapshot'), 'half a')
  expect(takeSnapshot(dataDir, 'build 1')).toBeNull()
})
