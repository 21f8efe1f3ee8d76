import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from './figures.ts'
import type { Options } from './options.ts'

export type Publishing = { times: number; p50: number; p99: number }

const times = 20
const front = '/en'
/** Among so many of the newest stories is, as a rule, one that the front page shows. */
const newest = 50

/** The JSON of an answer. @throws {Error} for one that is no success */
export async function answered(method: string, url: string, token: string | null, body?: unknown) {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token && { authorization: `JWT ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}`)
  return await answer.json()
}

/**
 * ms from when the newsroom has acknowledged a new headline until story, section and front page show it,
 * asked for side by side and again until they do. Each page is kept when the change comes.
 */
export async function publishing(
  edge: string,
  account: NonNullable<Options['account']>,
): Promise<Publishing> {
  const { token } = await answered('POST', `${edge}/api/users/login`, null, account)
  const { docs } = await answered(
    'GET',
    `${edge}/api/articles?where[language][equals]=en&where[_status][equals]=published&sort=-publishedAt&limit=${newest}&depth=1`,
    token,
  )
  const shown = await (await fetch(edge + front)).text()
  const story = docs.find(({ path }: { path: string }) => shown.includes(`href="${path}"`))
  if (!story) throw new Error(`${edge}${front} shows none of the ${newest} newest stories`)
  const pages = [story.path, `/en/${story.section.slug}`, front]
  const taken: number[] = []
  try {
    for (let time = 1; time <= times; time++) {
      const headline = `Headline number ${time} of the bench`
      for (const page of pages) await (await fetch(edge + page)).text()
      await answered('PATCH', `${edge}/api/articles/${story.id}`, token, {
        headline,
        _status: 'published',
      })
      const began = performance.now()
      await Promise.all(pages.map((page) => untilShown(edge + page, headline)))
      taken.push(performance.now() - began)
    }
  } finally {
    const { headline } = story
    await answered('PATCH', `${edge}/api/articles/${story.id}`, token, {
      headline,
      _status: 'published',
    })
  }
  return { times, p50: percentile(taken, 50), p99: percentile(taken, 99) }
}

async function untilShown(url: string, headline: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(2))
    if ((await (await fetch(url)).text()).includes(headline)) return
  throw new Error(`${url} does not show the new headline after 30 s`)
}
