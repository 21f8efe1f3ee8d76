import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { printFaultTable } from '../../harness/fault-table.ts'
import { until, withDatabase } from '../../harness/faults.ts'
import { prepareStarts, remainsOf, type Starts } from '../../harness/starts.ts'
import { keptPages, Trial } from '../../harness/trial.ts'

let starts: Starts
let trial: Trial
beforeAll(async () => {
  starts = await prepareStarts()
  trial = await Trial.begin(starts)
}, 120_000)
afterAll(async () => {
  await starts.endAll()
  printFaultTable()
})

it('a thousand changes come within a second', () =>
  trial.during('1,000 changes in a second', async () => {
    const last = await withDatabase(trial.dataDir, async (client) => {
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
      () => trial.metric('portal_outbox_position'),
      (position) => position === last,
    )
    const { headers } = await trial.read('/en')
    expect(headers['cache-status']).not.toContain('stale-if-error')
    await trial.heals('/en')
  }))

/** Each connection is a file of the edge and one of this process: what the limit allows, up to 10,000. */
const openFiles = Number(execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }))
const manyConnections = Math.min(10_000, Number.isNaN(openFiles) ? 10_000 : openFiles - 500)

it(`${manyConnections} readers are connected at once`, () =>
  trial.during(`${manyConnections} connections`, async () => {
    const { port } = new URL(trial.portal.url)
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
      expect((await trial.read('/healthz')).status).toBe(200)
    } finally {
      for (const socket of sockets) socket.destroy()
    }
    await trial.heals('/en')
  }))

it('the edge ends in order: what was kept is there when the next one opens', async () => {
  await trial.readAll()
  trial.portal.child.kill('SIGTERM')
  expect(await trial.portal.ended).toBe(0)
  await trial.again(starts)
  for (const path of keptPages)
    expect((await trial.read(path)).headers['cache-status']).toMatch(/; hit/)
})

it('the edge is killed: what was read most is fetched before the next one is ready, and nothing is lost', async () => {
  const late = trial.save()
  trial.portal.child.kill('SIGKILL')
  await late
  await trial.portal.ended
  expect(await remainsOf(trial.dataDir, 15_000)).toEqual([])
  trial.broken()
  await trial.again(starts)
  await until(
    () => trial.read('/readyz'),
    ({ status }) => status === 200,
  )
  for (const path of keptPages)
    expect((await trial.read(path)).headers['cache-status']).toMatch(/; hit/)
  await trial.expectSaved()
})
