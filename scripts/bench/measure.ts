import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { bundleScript } from '../start/bundle.mjs'
import { median } from './figures.ts'
import { type Load, load, oneByOne } from './load.ts'
import { residentMemory } from './memory.ts'
import { countStories, missAtOnce, purgeAll, storyPaths, summary } from './misses.ts'
import { type Nginx, startNginx } from './nginx.ts'
import { type Options, root } from './options.ts'
import { publishing } from './publishing.ts'
import { databaseUrlOf, type Renderer, type Running } from './servers.ts'
import { weigh } from './weigh.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

type Work = { name: string; server: string; run: () => Promise<Load> }

const medianLoad = (loads: readonly Load[]): Load => ({
  perSecond: Math.round(median(loads.map(({ perSecond }) => perSecond))),
  p50: median(loads.map(({ p50 }) => p50)),
  p99: median(loads.map(({ p99 }) => p99)),
  wrong: loads.reduce((sum, { wrong }) => sum + wrong, 0),
  microseconds: median(loads.map(({ microseconds }) => microseconds)),
})

/** Rounds are interleaved, so that a busy moment of the machine meets everything alike. */
async function inRounds(works: readonly Work[], rounds: number) {
  for (const { run } of works) await run()
  const loads = works.map((): Load[] => [])
  for (let round = 1; round <= rounds; round++)
    for (const [at, { name, server, run }] of works.entries()) {
      say(`round ${round} of ${rounds}: ${name}, ${server}`)
      loads[at]?.push(await run())
    }
  return works.map(({ name, server }, at) => ({ name, server, ...medianLoad(loads[at] ?? []) }))
}

function pagesUnderLoad(options: Options, edge: Running, nginx: Nginx | null, story: string) {
  const pages = { story, 'front-page': '/en' }
  const works: Work[] = []
  for (const [page, path] of Object.entries(pages))
    for (const coding of ['br', 'gzip']) {
      const name = `${page}, kept, ${coding}`
      const headers = { 'accept-encoding': coding }
      const from = (server: string, url: string, pid = 0) =>
        works.push({ name, server, run: () => load(url, options.seconds, pid, headers) })
      from('edge', edge.origin + path, edge.process.pid)
      if (nginx) from('nginx', nginx.urlOf(page, coding), nginx.process.pid)
    }
  return works
}

async function unchanged(options: Options, edge: Running, nginx: Nginx | null, story: string) {
  const works: Work[] = []
  const add = async (server: string, url: string, pid = 0) => {
    const etag = (await fetch(url, { headers: { 'accept-encoding': 'br' } })).headers.get('etag')
    const headers = { 'accept-encoding': 'br', 'if-none-match': etag ?? '' }
    works.push({
      name: 'story, unchanged (304)',
      server,
      run: () => load(url, options.seconds, pid, headers),
    })
  }
  await add('edge', edge.origin + story, edge.process.pid)
  if (nginx) await add('nginx', nginx.urlOf('story', 'br'), nginx.process.pid)
  return works
}

const missesToWarmUp = 30
const missesMeasured = 60

/** The pages in turn, each asked for after everything was purged; the first misses only warm the renderer up. */
async function misses(edge: string, databaseUrl: string, paths: Readonly<Record<string, string>>) {
  const found = Object.fromEntries(Object.keys(paths).map((name) => [name, [] as number[]]))
  for (let time = 0; time < missesToWarmUp + missesMeasured; time++)
    for (const [name, path] of Object.entries(paths)) {
      await purgeAll(databaseUrl)
      await pause(30)
      const taken = await oneByOne([edge + path])
      if (time >= missesToWarmUp) found[name]?.push(...taken)
    }
  return Object.fromEntries(Object.entries(found).map(([name, taken]) => [name, summary(taken)]))
}

export async function measure(options: Options, edge: Running, renderer: Renderer) {
  const databaseUrl = databaseUrlOf(options.dataDir)
  const html = await (await fetch(`${edge.origin}/en`)).text()
  const story = /href="(\/en\/\d{4}\/[^"?]+)"/.exec(html)?.[1]
  if (!story) throw new Error('The front page names no story: load the sample edition first')
  const nginx = await startNginx({
    story: edge.origin + story,
    'front-page': `${edge.origin}/en`,
  })
  if (!nginx)
    say(
      'There is no nginx here: nothing is compared with it (Debian: apt-get install nginx-light).',
    )
  try {
    const { pid } = renderer.process
    const loads = await inRounds(
      [
        ...pagesUnderLoad(options, edge, nginx, story),
        ...(await unchanged(options, edge, nginx, story)),
        {
          name: 'story, rendered',
          server: 'renderer alone',
          // Its first answers to so many at once take seconds.
          run: () => load(renderer.origin + story, 3 * options.seconds, pid ?? 0, renderer.headers),
        },
      ],
      options.rounds,
    )
    say('misses, one at a time')
    const missed = await misses(edge.origin, databaseUrl, {
      story,
      section: '/en/city',
      front: '/en',
    })
    say('a thousand misses at once')
    const paths = await storyPaths(databaseUrl, 1000)
    await purgeAll(databaseUrl)
    await pause(200)
    await oneByOne([`${edge.origin}/en`])
    const flood = await missAtOnce(edge.origin, paths, '/en')
    say('publishing')
    const published = options.account ? await publishing(edge.origin, options.account) : null
    const memoryMb = residentMemory(edge.process.pid ?? 0)
    const fill = await bundleScript(root, 'scripts/bench/fill-store.ts')
    const args = [fill, edge.origin + story, '50000', String(256 * 1024 * 1024)]
    return {
      stories: await countStories(databaseUrl),
      loads,
      missMs: missed,
      flood,
      publishedMs: published,
      bytes: {
        'front page': await weigh(edge.origin, '/en'),
        story: await weigh(edge.origin, story),
      },
      memoryMb,
      keptPages: JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })),
    }
  } finally {
    nginx?.close()
  }
}

export type Figures = Awaited<ReturnType<typeof measure>>
