import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printFaultTable } from '../../harness/fault-table.ts'
import { until } from '../../harness/faults.ts'
import { root } from '../../harness/processes.ts'
import { prepareStarts, type Starts } from '../../harness/starts.ts'
import { keptPages, Trial } from '../../harness/trial.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

let starts: Starts
let trial: Trial
let clock: string

beforeAll(async () => {
  starts = await prepareStarts()
  const dataDir = starts.dataDir('filled')
  clock = join(dataDir, 'clock')
  const setClock = pathToFileURL(join(root, '__tests__', 'harness', 'set-clock.mjs'))
  const env = { CLOCK: clock, NODE_OPTIONS: `--import=${setClock}` }
  trial = await Trial.begin(starts, { dataDir, env })
}, 120_000)
afterAll(async () => {
  await starts.endAll()
  printFaultTable()
})

/**
 * Headers of a kept page by the way that most readers' requests go: answered whole, from memory. (Node's own Date header
 * is of a clock that no test can set.)
 */
async function kept(path: string): Promise<Headers> {
  const socket = net.connect(Number(new URL(trial.portal.url).port), '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: portal\r\nAccept-Encoding: br\r\n\r\n`)
  const [chunk] = await once(socket, 'data')
  socket.destroy()
  const [head = ''] = chunk.toString('latin1').split('\r\n\r\n')
  const [, ...fields] = head.split('\r\n')
  return new Headers(fields.map((field: string) => field.split(/: (.*)/, 2)))
}

/** Sets the clock of the portal's processes, and waits until readers are told so. @param ahead ms */
async function setClock(ahead: number): Promise<void> {
  writeFileSync(clock, String(ahead))
  await until(
    async () => Date.parse((await kept('/en')).get('date') ?? '') - Date.now(),
    (told) => Math.abs(told - ahead) < hour / 2,
  )
}

it.each([
  ['a day ahead', day],
  ['from there two days back', -day],
  ['right again', 0],
])('the clock jumps: %s', (said, ahead) =>
  trial.during(`clock set: ${said}`, async () => {
    await setClock(ahead)
    for (const path of keptPages) {
      const headers = await kept(path)
      expect(headers.get('cache-status')).toMatch(/; hit/)
      // Neither of yesterday nor of tomorrow.
      expect(Number(headers.get('age') ?? Number.NaN)).toBeLessThan(hour / 1000)
      expect(Number(headers.get('age') ?? Number.NaN)).toBeGreaterThanOrEqual(0)
    }
    // Sign-ins last some hours: by a clock that is a day ahead they are over.
    await trial.signIn()
    await trial.drop('/en/latest')
    await trial.heals('/en/latest')
    await trial.expectSaved()
  }),
)
