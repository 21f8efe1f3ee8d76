import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { jest } from '@jest/globals'
import pino from 'pino'

const hour = 3_600_000
/** An outbox with one row, scheduled for an hour from now. */
const row = { id: '1', seq: '1', keys: ['scheduled'], urgent: false, stamp: 's' }
const began = performance.now()
const database = {
  /** ms by which its clock was put forward. */
  ahead: 0,
  isThere: true,
  connections: 0,
  get now() {
    return performance.now() - began + this.ahead
  },
}

class Client extends EventEmitter {
  async connect() {
    if (!database.isThere) throw new Error('The database is away')
    database.connections++
  }
  async query(text: string, values: readonly (number | null)[] = []) {
    if (!database.isThere) throw new Error('The database is away')
    if (text.includes('clock_timestamp')) return { rows: [{ now: database.now }] }
    if (text.includes('min(seq)')) return { rows: [{ min: '1', max: '1' }] }
    if (text.includes('seq <= $1')) {
      const since = values[1] ?? database.now
      return { rows: hour > since - 10_000 ? [{ ...row, wait_ms: hour - database.now }] : [] }
    }
    return { rows: [] }
  }
  async end() {}
}
jest.unstable_mockModule('pg', () => ({ default: { Client } }))
const { followOutbox } = await import('../../../edge/outbox-follower.ts')

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 600) throw new Error('It did not come about')
    await pause(10)
  }
}

it("what became due because the database's clock was put right while it was away is not missed", async () => {
  const came: string[] = []
  const follower = followOutbox({
    databaseUrl: 'postgres://none',
    log: pino({ level: 'silent' }),
    onChange: ({ keys }) => came.push(...keys),
    onUnknown: () => {},
  })
  await follower.ready
  expect(came).toEqual([])
  database.isThere = false
  await until(() => !follower.isFollowing())
  database.ahead = hour
  database.isThere = true
  await until(() => follower.isFollowing())
  expect(database.connections).toBe(2)
  expect(came).toEqual(['scheduled'])
  await follower.close()
})
