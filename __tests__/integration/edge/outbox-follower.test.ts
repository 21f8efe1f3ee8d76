import pg from 'pg'
import pino from 'pino'
import type { Change } from '../../../edge/outbox/due-changes.ts'
import { type Follower, followOutbox } from '../../../edge/outbox-follower.ts'
import { databaseForTest, type TestDatabase } from '../../harness/database.ts'

let database: TestDatabase
let newsroom: pg.Client
let follower: Follower
const came: string[] = []
const unknown: string[] = []

beforeAll(async () => {
  database = await databaseForTest()
  newsroom = new pg.Client({ connectionString: database.url })
  await newsroom.connect()
  await write('before', "now() + interval '1 second'")
  follower = followOutbox({
    databaseUrl: database.url,
    log: pino({ level: 'silent' }),
    onChange: ({ keys, urgent }: Change) => came.push(`${keys}${urgent ? '!' : ''}`),
    onUnknown: (reason) => unknown.push(reason),
  })
  await follower.ready
})

afterAll(async () => {
  await follower.close()
  await newsroom.end()
  await database.drop()
})

const write = (key: string, due = 'now()', urgent = false) =>
  newsroom.query(`insert into outbox (keys, urgent, due_at) values ($1, $2, ${due})`, [
    [key],
    urgent,
  ])

/** Waits for what is to come, for 8 s at most. */
async function until(isSo: () => boolean): Promise<void> {
  const began = performance.now()
  while (!isSo() && performance.now() - began < 8000)
    await new Promise((resolve) => setTimeout(resolve, 5))
}

/** The follower's connection, seen from the database. */
const cutOff = () =>
  newsroom.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portal-edge' and datname = current_database()",
  )

it('a change is known at once, what was scheduled before the start when it is due', async () => {
  await write('now', 'now()', true)
  await until(() => came.includes('now!'))
  expect(came).not.toContain('before')
  await until(() => came.includes('before'))
  expect(came).toEqual(['now!', 'before'])
})

it('a change that is rolled back is never heard of', async () => {
  await newsroom.query('begin')
  await write('never')
  await newsroom.query('rollback')
  await write('after')
  await until(() => came.includes('after'))
  expect(came).not.toContain('never')
})

it('what changed while the connection was lost is caught up, once', async () => {
  const told = unknown.length
  await cutOff()
  await write('lost 1')
  await write('lost 2')
  await until(() => came.includes('lost 2'))
  expect(came.filter((key) => key.startsWith('lost'))).toEqual(['lost 1', 'lost 2'])
  expect(unknown).toHaveLength(told)
})
