import pg from 'pg'
import { languageCodes } from '../../lib/languages.ts'
import { parseAddress } from '../../lib/urls.ts'
import { get } from '../harness/pages.ts'
import { portalDatabaseUrl } from '../harness/portal.ts'

const mostLinks = 4

/** Paths of pages that a page leads to in its own language. */
function linksOf(body: string, language: string): string[] {
  return [...body.matchAll(/<a\s[^>]*href="([^"#?]+)"/g)].flatMap(([, path = '']) => {
    const address = parseAddress(path)
    return address?.language === language && address.kind !== 'feed' ? [path] : []
  })
}

/** Links from the front page to each page, for as far as they matter. */
async function distancesFrom(front: string, language: string): Promise<Map<string, number>> {
  const distances = new Map([[front, 0]])
  let layer = [front]
  for (let distance = 1; distance <= mostLinks && layer.length > 0; distance++) {
    const found = new Set<string>()
    for (const path of layer) {
      // What a story leads to is no way that we promise.
      if (parseAddress(path)?.kind === 'story') continue
      const page = await get(path)
      if (page.status !== 200) throw new Error(`${path} answers ${page.status}`)
      for (const link of linksOf(await page.text(), language))
        if (!distances.has(link)) found.add(link)
    }
    for (const link of found) distances.set(link, distance)
    layer = [...found]
  }
  return distances
}

it.each(languageCodes)(
  'every story of the edition (%s) is at most four links from the front page',
  async (language) => {
    const database = new pg.Client({ connectionString: portalDatabaseUrl() })
    await database.connect()
    const { rows } = await database.query<{ path: string }>(
      `select path from articles
       where language = $1 and _status = 'published' and published_at <= now()`,
      [language],
    )
    await database.end()
    const distances = await distancesFrom(`/${language}`, language)
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter(({ path }) => !distances.has(path))).toEqual([])
  },
  120_000,
)
