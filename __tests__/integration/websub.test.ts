import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { type Pinger, startPinger } from '../../edge/websub/pinger.ts'
import { type Desk, openDesk } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Row = { topic: string; attempts: number; last_error: string | null; ahead: boolean }

let room: TestNewsroom
let desk: Desk
let client: pg.Client
let hub: Server
let pinger: Pinger
/** What the hub was told, and what it answers next. */
const told: { method?: string | undefined; type?: string | undefined; form: URLSearchParams }[] = []
let answer: { status: number; headers?: Record<string, string> } = { status: 204 }
const said: string[] = []

const textOf = async (req: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of req) text += String(chunk)
  return text
}

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  await room.payload.updateGlobal({ slug: 'site-settings', data: { name: 'iChongqing' } })
  hub = createServer(async (req, res) => {
    const { method, headers } = req
    told.push({
      method,
      type: headers['content-type'],
      form: new URLSearchParams(await textOf(req)),
    })
    res.writeHead(answer.status, answer.headers).end()
  })
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
  pinger = startPinger({
    databaseUrl: room.databaseUrl,
    log: pino({ level: 'warn' }, { write: (line: string) => said.push(line) }),
    allows: ({ hostname }) => hostname === '127.0.0.1',
  })
})
afterAll(async () => {
  hub.closeAllConnections()
  hub.close()
  await pinger.close()
  await client.end()
  await room.close()
})

const follow = (url: string | null) =>
  client.query('update site_settings set websub_hub = $1', [url])
const hubUrl = (path = '/') => `http://127.0.0.1:${(hub.address() as AddressInfo).port}${path}`

async function pings(): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select topic, attempts, last_error, due_at > now() + interval '10 minutes' as ahead
     from websub_pings order by topic, id`,
  )
  return rows
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await pause(50)
  }
  throw new Error(`Not within 10 s: ${JSON.stringify({ told: told.length, rows: await pings() })}`)
}

/** Their time has come. */
async function now(): Promise<void> {
  await client.query('update websub_pings set due_at = now()')
  pinger.nudge()
}

const publish = (data: Parameters<Desk['story']>[0]) =>
  room.payload.create({ collection: 'articles', data: desk.story(data) })

const feeds = [
  '/en/authors/lin-shan/feed.json',
  '/en/authors/lin-shan/feed.xml',
  '/en/city/feed.json',
  '/en/city/feed.xml',
  '/en/feed.json',
  '/en/feed.xml',
].map((path) => `http://localhost:3000${path}`)

describe('a WebSub hub', () => {
  beforeEach(async () => {
    await client.query('delete from websub_pings')
    told.length = 0
    said.length = 0
    answer = { status: 204 }
  })

  it('nothing is written down for a site that follows none', async () => {
    await follow(null)
    await publish({ slug: 'unfollowed' })
    expect(await pings()).toEqual([])
  })

  it('is told of every feed that a story touches, once, and again when it failed', async () => {
    await follow(hubUrl())
    answer = { status: 503 }
    const story = await publish({ slug: 'followed' })
    await room.payload.update({ collection: 'articles', id: story.id, data: { kicker: 'Twice' } })
    expect((await pings()).length).toBe(feeds.length * 2)
    pinger.nudge()
    await until(async () => (await pings()).every(({ attempts }) => attempts === 1))
    expect(await pings()).toEqual(
      feeds.map((topic) => ({
        topic,
        attempts: 1,
        last_error: 'The hub answered 503',
        ahead: false,
      })),
    )
    answer = { status: 204 }
    told.length = 0
    await now()
    await until(async () => (await pings()).length === 0)
    expect(told.map(({ form }) => form.get('hub.url')).sort()).toEqual(feeds)
    for (const { method, type, form } of told)
      expect([method, type, form.get('hub.mode')]).toEqual([
        'POST',
        'application/x-www-form-urlencoded',
        'publish',
      ])
  })

  it('hears of a scheduled story when it comes out', async () => {
    await follow(hubUrl())
    await publish({ slug: 'later', publishedAt: new Date(Date.now() + 3_600_000).toISOString() })
    await client.query(
      `update websub_pings set due_at = now() where due_at < now() + interval '1m'`,
    )
    pinger.nudge()
    await until(async () => (await pings()).length === feeds.length)
    expect((await pings()).map(({ ahead }) => ahead)).toEqual(feeds.map(() => true))
    expect(told).toHaveLength(feeds.length)
  })

  it('is not followed to another place', async () => {
    await follow(hubUrl())
    answer = { status: 307, headers: { location: hubUrl('/elsewhere') } }
    await client.query(
      `insert into websub_pings (topic) values ('http://localhost:3000/en/feed.xml')`,
    )
    pinger.nudge()
    await until(async () => (await pings()).some(({ attempts }) => attempts === 1))
    expect(told).toHaveLength(1)
  })

  it('is given up after a day, with one line', async () => {
    await follow(hubUrl())
    answer = { status: 410 }
    await client.query(`insert into websub_pings (topic, attempts) values ('x', 19)`)
    pinger.nudge()
    await until(async () => (await pings()).length === 0)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('a WebSub hub is given up for a feed')
  })

  it('that gives no answer is asked once for all feeds, and holds up no save', async () => {
    await follow('http://127.0.0.1:9/')
    await publish({ slug: 'unanswered' })
    await now()
    await until(async () => (await pings()).every(({ attempts }) => attempts === 1))
    await expect(publish({ slug: 'saved-all-the-same' })).resolves.toBeDefined()
  })

  it('over http is never told where no test allows it', async () => {
    await follow(hubUrl())
    const strict = startPinger({ databaseUrl: room.databaseUrl, log: pino({ level: 'silent' }) })
    await pinger.close()
    try {
      await client.query(`insert into websub_pings (topic) values ('x')`)
      strict.nudge()
      await until(async () => (await pings()).length === 0)
      expect(told).toEqual([])
    } finally {
      await strict.close()
    }
  })
})
