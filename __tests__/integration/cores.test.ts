import { Agent } from 'node:http'
import { freePort } from '../../edge/free-port.ts'
import { keepReading, metric, read, until } from '../harness/faults.ts'
import type { Launched } from '../harness/processes.ts'
import { prepareStarts, remainsOf, type Starts } from '../harness/starts.ts'

/** The whole portal with two processes that answer readers. */
let starts: Starts
let dataDir: string
let portal: Launched & { url: string }
let metrics: string
let token: string
let section: string

const account = { email: 'editor@example.com', password: 'correct horse battery staple' }

beforeAll(async () => {
  starts = await prepareStarts()
  dataDir = starts.dataDir('filled')
  await open()
  const made = await desk('POST', 'sections', { name: 'City', slug: 'city' })
  section = String((made.doc as { id: number }).id)
}, 120_000)
afterAll(() => starts.endAll())

async function open() {
  const port = String(await freePort())
  metrics = `http://127.0.0.1:${port}`
  const { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } = account
  portal = await starts.start(dataDir, {
    env: {
      ...{ ADMIN_EMAIL, ADMIN_PASSWORD, METRICS_PORT: port, EDGE_WORKERS: '2' },
      // Kept pages are of one site: another port would be another.
      SITE_URL: 'http://portal.example',
    },
  })
  await portal.open()
  token = String((await desk('POST', 'users/login', account)).token)
}

/** What an editor does, through a worker. @throws {Error} when it is not acknowledged. */
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

/** Process ids of all workers that ever came up. */
const workers = (): number[] =>
  [...portal.output().matchAll(/"pid":(\d+)[^\n]*"msg":"a worker is up"/g)].map(([, pid]) =>
    Number(pid),
  )

/** So many readers, each on a connection of its own: half of them at each worker. */
function readers(count: number) {
  const agents = Array.from({ length: count }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  return {
    read: (path: string) => Promise.all(agents.map((agent) => read(portal.url + path, agent))),
    leave: () => {
      for (const agent of agents) agent.destroy()
    },
  }
}

const allSay = (text: string) => (replies: readonly { status: number; text: string }[]) =>
  replies.every((reply) => reply.status === 200 && reply.text.includes(text))

it('both processes keep what is read, and are seen from outside', async () => {
  const { read: readAll, leave } = readers(6)
  await readAll('/en/city')
  for (const worker of [1, 2])
    await until(
      () => metric(metrics, `portal_worker_cache_entries{worker="${worker}"}`),
      (entries) => entries >= 1,
    )
  const before = await metric(metrics, 'portal_requests_total{kind="page",status="2xx"}')
  for (let time = 0; time < 5; time++) await readAll('/en/city')
  expect(await metric(metrics, 'portal_requests_total{kind="page",status="2xx"}')).toBe(before + 30)
  expect((await read(`${portal.url}/readyz`)).status).toBe(200)
  leave()
})

it('what is saved is seen by every reader', async () => {
  const { read: readAll, leave } = readers(8)
  for (const name of ['Harbour', 'River', 'Mountain']) {
    await readAll('/en/city')
    await desk('PATCH', `sections/${section}?locale=en`, { name })
    await until(() => readAll('/en/city'), allSay(name))
    for (let time = 0; time < 3; time++) expect(allSay(name)(await readAll('/en/city'))).toBe(true)
  }
  leave()
})

it('a process that is killed is missed by nobody else, and another takes its place', async () => {
  const [first = 0, second = 0] = workers()
  const kept = ['/en', '/zh', '/en/city'].map((path) => portal.url + path)
  await until(
    () => Promise.all(kept.map((url) => read(url))),
    (replies) => replies.every(({ status }) => status === 200),
  )
  process.kill(first, 'SIGKILL')
  // Connections that begin now, at whichever process is there.
  const replies = await Promise.all(Array.from({ length: 30 }, (_, at) => read(kept[at % 3] ?? '')))
  expect(replies.map(({ status }) => status)).toEqual(Array(30).fill(200))
  await until(workers, (pids) => pids.length === 3)
  const reading = keepReading(kept)
  process.kill(second, 'SIGSTOP')
  // One that hangs is found; readers at the other go on.
  await until(
    () => portal.output(),
    (text) => text.includes('a worker hangs; it is killed'),
  )
  await until(workers, (pids) => pids.length === 4)
  await reading.end()
  // The reader may have been at the one that hung: then one request broke with it.
  expect(reading.others.length).toBeLessThanOrEqual(1)
  expect(await metric(metrics, 'portal_worker_restarts_total{worker="1"}')).toBe(1)
  expect(await metric(metrics, 'portal_worker_restarts_total{worker="2"}')).toBe(1)
}, 90_000)

it('it ends with all of its processes, and the next start gives what was read at once', async () => {
  await read(`${portal.url}/en/city`)
  portal.child.kill('SIGTERM')
  expect(await portal.ended).toBe(0)
  expect(await remainsOf(dataDir, 5000)).toEqual([])
  await open()
  const { status, text } = await read(`${portal.url}/en/city`)
  expect({ status, isThere: text.includes('Mountain') }).toEqual({ status: 200, isThere: true })
  expect(await metric(metrics, 'portal_cache_results_total{result="hit"}')).toBeGreaterThanOrEqual(
    1,
  )
})

it('nothing is left when the primary is killed', async () => {
  portal.child.kill('SIGKILL')
  await portal.ended
  expect(await remainsOf(dataDir, 15_000)).toEqual([])
})
