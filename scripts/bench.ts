import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../edge/free-port.ts'
import { untilAnswers } from '../edge/renderer/health.ts'
import { keyHeader, newKey } from '../edge/renderer/key.ts'
import { spawnRenderer } from '../edge/renderer/spawn.ts'
import { secretsOf } from '../lib/secrets.ts'
import { median, percentile } from './bench/figures.ts'
import { type Load, load, oneByOne } from './bench/load.ts'
import { residentMemory } from './bench/memory.ts'
import { weigh } from './bench/weigh.ts'

/**
 * `npm run bench`: the built portal with what its data folder holds, against its own renderer without
 * the edge. Rounds are interleaved, so that a busy moment meets both; figures are medians of the rounds.
 * `--json` for machines, `--seconds 5` for the length of a round.
 */
const root = path.join(import.meta.dirname, '..')
const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(root, 'data'))
const seconds = Number(optionOf('--seconds') ?? 5)
const rounds = 3
/** The renderer takes requests of its edge alone. */
const rendererKey = newKey()
const asEdge = { [keyHeader]: rendererKey }

function optionOf(flag: string): string | undefined {
  const at = process.argv.indexOf(flag)
  return at < 0 ? undefined : process.argv[at + 1]
}

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Starts the portal as `npm start` does. @throws {Error} when it ends before it is open. */
async function startPortal(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), SITE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let open = false
  child.stdout.on('data', (chunk: Buffer) => {
    open ||= chunk.includes('Readers ')
  })
  while (!open) {
    if (child.exitCode !== null) throw new Error('The portal ended before it was open')
    await pause(50)
  }
  return child
}

async function startRenderer(port: number): Promise<ChildProcess> {
  const running = JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8'))
  const origin = `http://127.0.0.1:${port}`
  const renderer = spawnRenderer({
    root,
    mode: 'production',
    port,
    origin,
    key: rendererKey,
    databaseUrl: running.databaseUrl,
    dataDir,
    secret: secretsOf(dataDir).payloadSecret,
    siteUrl: origin,
  })
  const { signal } = new AbortController()
  if (!(await untilAnswers(origin, rendererKey, 30_000, signal)))
    throw new Error('The renderer did not come up')
  return renderer
}

const medianLoad = (loads: readonly Load[]): Load => ({
  perSecond: Math.round(median(loads.map(({ perSecond }) => perSecond))),
  p50: median(loads.map(({ p50 }) => p50)),
  p99: median(loads.map(({ p99 }) => p99)),
  wrong: loads.reduce((sum, { wrong }) => sum + wrong, 0),
})

async function measure(edge: string, renderer: string, pid: number) {
  const story = /href="(\/en\/\d{4}\/[^"?]+)"/.exec(await (await fetch(`${edge}/en`)).text())?.[1]
  if (!story) throw new Error('The front page names no story: load the sample edition first')
  const etag = (await fetch(edge + story)).headers.get('etag') ?? ''
  const br = { 'accept-encoding': 'br' }
  const works: [string, () => Promise<Load>][] = [
    ['story, kept, Brotli', () => load(edge + story, seconds, br)],
    ['front page, kept, Brotli', () => load(`${edge}/en`, seconds, br)],
    ['story, unchanged (304)', () => load(edge + story, seconds, { ...br, 'if-none-match': etag })],
    ['story, from the renderer', () => load(renderer + story, seconds, asEdge)],
  ]
  for (const [, work] of works) await work()
  const loads = new Map<string, Load[]>()
  for (let round = 1; round <= rounds; round++)
    for (const [name, work] of works) {
      say(`round ${round} of ${rounds}: ${name}`)
      loads.set(name, [...(loads.get(name) ?? []), await work()])
    }
  const renders = await oneByOne(renderer + story, 60, asEdge)
  return {
    loads: Object.fromEntries([...loads].map(([name, all]) => [name, medianLoad(all)])),
    renderMs: { p50: median(renders), p95: percentile(renders, 95) },
    bytes: { 'front page': await weigh(edge, '/en'), story: await weigh(edge, story) },
    memoryMb: residentMemory(pid),
  }
}

const port = await freePort()
const portal = await startPortal(port)
const rendererPort = await freePort()
const renderer = await startRenderer(rendererPort)
try {
  const edge = `http://localhost:${port}`
  const figures = await measure(edge, `http://127.0.0.1:${rendererPort}`, portal.pid ?? 0)
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2))
  else {
    const base = figures.loads['story, from the renderer']?.perSecond ?? Number.NaN
    console.table(
      Object.entries(figures.loads).map(([work, { perSecond, p50, p99, wrong }]) => ({
        work,
        'requests/s': perSecond,
        'p50 ms': p50,
        'p99 ms': p99,
        'times the renderer': Number((perSecond / base).toFixed(1)),
        wrong,
      })),
    )
    const { p50, p95 } = figures.renderMs
    console.log(
      `One render of a story, one at a time: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    )
    console.log('Bytes on the wire (Brotli):')
    console.table(figures.bytes)
    console.log('Resident memory, MB:')
    console.table(figures.memoryMb)
  }
} finally {
  renderer.kill('SIGTERM')
  portal.kill('SIGTERM')
}
