import pino from 'pino'
import { Finisher } from '../../edge/render/finisher.ts'
import { interpret } from '../../edge/render/interpret.ts'
import { readPlain } from '../../edge/render/read-plain.ts'
import { headersOfEdge } from '../../edge/render/render-page.ts'
import { siteOf } from '../../edge/render/upstream.ts'
import { Supervisor } from '../../edge/renderer/supervisor.ts'
import { languageCodes } from '../../lib/languages.ts'
import { keysOf } from '../../lib/purge-keys.ts'
import { parseAddress } from '../../lib/urls.ts'
import type { TestNewsroom } from './newsroom.ts'
import { root } from './processes.ts'

/** A page as the edge would keep it. */
export type KeptPage = { status: number; location: string | null; body: string; keys: Set<string> }
export type Pages = Map<string, KeptPage>

export type Press = {
  /** Renders pages at these addresses, and every page that can be reached from them. */
  renderAll(from: Iterable<string>): Promise<Pages>
  render(path: string): Promise<KeptPage>
  /** Addresses of documents that only the parser could read, so far. */
  parsed: ReadonlySet<string>
  close(): Promise<void>
}

/** From here everything can be reached. */
export const entrances: readonly string[] = [
  '/sitemap.xml',
  ...languageCodes.flatMap((language) => [
    `/${language}`,
    `/${language}/feeds`,
    `/${language}/search?q=Chongqing&in=all`,
    `/${language}/search?q=changed`,
    `/${language}/search/suggest?q=ch`,
  ]),
]

/** Renders side by side; more than there are processors only wait for each other. */
const workers = 4

/** The built renderer on a newsroom's database, without an edge and its cache in front. */
export async function openPress(room: TestNewsroom): Promise<Press> {
  const siteUrl = 'http://localhost:3000'
  const supervisor = new Supervisor({
    root,
    siteUrl,
    mode: 'production',
    databaseUrl: room.databaseUrl,
    dataDir: room.dataDir,
    secret: 'only for the tests of this checkout',
    log: pino({ level: 'silent' }),
  })
  await supervisor.start()
  const dispatcher = await supervisor.dispatcher(1000)
  const parsed = new Set<string>()
  const render = async (path: string): Promise<KeptPage> => {
    const { statusCode, headers, body } = await dispatcher.request({
      path,
      method: 'GET',
      headers: headersOfEdge(siteOf(siteUrl)),
    })
    const rendered = { status: statusCode, headers, body: await body.text() }
    const isDocument = /^text\/html/.test(String(headers['content-type']))
    if (isDocument && !readPlain(rendered.body, new Finisher())) parsed.add(path)
    const answer = interpret(rendered, [supervisor.origin, siteUrl])
    const keys = new Set([...keysOf(path.split('?')[0] ?? ''), ...answer.keys])
    return { status: answer.status, location: answer.location, body: answer.body, keys }
  }
  return {
    render,
    parsed,
    renderAll: (from) => crawl(from, render, siteUrl),
    close: () => supervisor.close(),
  }
}

async function crawl(
  from: Iterable<string>,
  render: (path: string) => Promise<KeptPage>,
  siteUrl: string,
): Promise<Pages> {
  const pages: Pages = new Map()
  const known = new Set(from)
  const left = [...known]
  let working = 0
  const worker = async () => {
    while (left.length > 0 || working > 0) {
      const path = left.pop()
      if (path === undefined) {
        await new Promise((resolve) => setImmediate(resolve))
        continue
      }
      working += 1
      const page = await render(path)
      working -= 1
      pages.set(path, page)
      for (const link of linksIn(page.body, siteUrl))
        if (!known.has(link)) {
          known.add(link)
          left.push(link)
        }
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
  return pages
}

/** Addresses of pages that a page or a sitemap names. */
function linksIn(body: string, siteUrl: string): string[] {
  const named = body.matchAll(/(?:href="|<loc>)([^"<]+)/g)
  return [...named].flatMap(([, link = '']) => {
    const path = link.startsWith(siteUrl) ? link.slice(siteUrl.length) : link
    return isKept(path) ? [path] : []
  })
}

/** JSON feeds hold what RSS feeds hold; of the forms, nothing is kept that a change could touch. */
const isKept = (path: string): boolean => {
  const address = /[?#]/.test(path) ? null : parseAddress(path)
  if (!address) return false
  return address.kind === 'feed'
    ? address.format === 'rss'
    : !/message-send|consent/.test(address.kind)
}
