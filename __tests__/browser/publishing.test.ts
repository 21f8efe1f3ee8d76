import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { get } from '../harness/pages.ts'
import { type Editor, editor, portalUrl } from '../harness/portal.ts'

type Doc = Record<string, unknown> & { id: number; path: string }

let desk: Editor
beforeAll(async () => {
  desk = await editor('editor')
})

async function first(path: string): Promise<Doc> {
  const { docs } = await desk.send('GET', path)
  const [doc] = docs as Doc[]
  if (!doc) throw new Error(`Nothing at ${path}`)
  return doc
}

const storyOf = (slug: string, language = 'en') =>
  first(`/api/articles?where[slug][equals]=${slug}&where[language][equals]=${language}&depth=0`)

const text = async (path: string) => (await get(path)).text()

/** Waits until a page shows what it should, at most a second, and says how long it took. */
async function within(
  path: string,
  holds: (html: string, status: number) => boolean,
): Promise<void> {
  const began = Date.now()
  let html = ''
  while (Date.now() - began < 1000) {
    const answer = await get(path)
    html = await answer.text()
    if (holds(html, answer.status)) return
    await pause(20)
  }
  throw new Error(`${path} did not change within a second: ${html.slice(0, 300)}`)
}

describe('a change in the newsroom', () => {
  it('is in front of readers within a second, on every page that shows it', async () => {
    const story = await storyOf('fishing-ban')
    const pages = [
      story.path,
      '/en',
      '/en/nature',
      '/en/nature/archive/2026-11',
      '/en/series/two-rivers',
      '/en/topics/wildlife',
      '/en/authors/he-lu',
      '/en/latest',
      '/en/feed.xml',
      '/en/nature/feed.xml',
    ]
    // Every one of them is kept before.
    for (const path of pages) expect(await text(path)).not.toContain('Ten quiet years')
    await desk.send('PATCH', `/api/articles/${story.id}`, {
      headline: 'Ten quiet years for the river',
      _status: 'published',
    })
    for (const path of pages) await within(path, (html) => html.includes('Ten quiet years'))
  })

  it('leaves alone what does not show it', async () => {
    const paths = ['/zh/about', '/en/2026/10/03/xiaomian']
    for (const path of paths) await text(path)
    const story = await storyOf('diaoyu-fortress')
    await desk.send('PATCH', `/api/articles/${story.id}`, { kicker: 'Siege', _status: 'published' })
    await within(story.path, (html) => html.includes('Siege'))
    for (const path of paths) expect((await get(path)).headers.get('cache-status')).toMatch(/; hit/)
  })

  it('a moved story redirects from its earlier address', async () => {
    const story = await storyOf('hongya-cave')
    await text(story.path)
    await desk.send('PATCH', `/api/articles/${story.id}`, {
      slug: 'stilt-houses',
      _status: 'published',
    })
    await within(story.path, (_html, status) => status === 301)
    const answer = await get(story.path)
    expect(answer.headers.get('location')).toBe('/en/2026/07/02/stilt-houses')
    expect((await get('/en/2026/07/02/stilt-houses')).status).toBe(200)
  })

  it('a list that got another name takes its archive along, and one that came back leads nowhere', async () => {
    const topic = await first('/api/topics?where[slug][equals]=wildlife&locale=en&depth=0')
    const named = (slug: string) =>
      desk.send('PATCH', `/api/topics/${topic.id}?locale=en`, { slug })
    const [empty, other] = ['wildlife', 'animals'].map(
      (slug) => `/en/topics/${slug}/archive/2001-01`,
    ) as [string, string]
    expect((await get(empty)).status).toBe(404)
    await named('animals')
    await within(empty, (_html, status) => status === 301)
    expect((await get(empty)).headers.get('location')).toBe(other)
    await named('wildlife')
    await within(empty, (_html, status) => status === 404)
    await within(other, (_html, status) => status === 301)
  })

  it('a withdrawn story answers 410 in the reader’s language, and is nowhere any more', async () => {
    const story = await storyOf('laptops', 'zh')
    await text(story.path)
    expect(await text('/zh/technology')).toContain(story.path)
    await desk.send('PATCH', `/api/articles/${story.id}`, { _status: 'draft' })
    await within(story.path, (_html, status) => status === 410)
    expect(await text(story.path)).toContain('<html lang="zh-Hans"')
    await within('/zh/technology', (html) => !html.includes(story.path))
    const other = await storyOf('laptops')
    await within(other.path, (html) => !html.includes(`href="${story.path}`))
  })

  it('a scheduled story comes out by itself', async () => {
    const model = await storyOf('fog-city')
    const soon = new Date(Date.now() + 3000)
    const created = (await desk.send('POST', '/api/articles', {
      language: 'en',
      headline: 'Out by itself',
      standfirst: 'Nobody pressed a button.',
      section: model.section,
      picture: model.picture,
      bylines: (model.bylines as { person: number; role: string }[]).map(({ person, role }) => ({
        person,
        role,
      })),
      publishedAt: soon.toISOString(),
      _status: 'published',
    })) as { doc: Doc }
    const { path } = created.doc
    expect((await get(path)).status).toBe(404)
    expect(await text('/en/nature')).not.toContain(path)
    await pause(soon.getTime() - Date.now())
    await within(path, (_html, status) => status === 200)
    await within('/en/nature', (html) => html.includes(path))
  })
})

describe('faults', () => {
  it('a killed renderer is not noticed by who reads what is kept, and comes back', async () => {
    await text('/en/travel')
    const renderers = execFileSync('pgrep', ['-f', 'next-server'], { encoding: 'utf8' })
      .trim()
      .split('\n')
    const portal = new URL(portalUrl()).port
    // Only the renderer of this portal: it is the child of the process that listens on its port.
    const own = renderers.filter((pid) => isChildOfPortal(pid, portal))
    expect(own).toHaveLength(1)
    process.kill(Number(own[0]), 'SIGKILL')
    for (let request = 0; request < 20; request++) {
      expect((await get('/en/travel')).status).toBe(200)
      await pause(20)
    }
    const began = Date.now()
    let status = 0
    while (status !== 200 && Date.now() - began < 30_000) {
      ;({ status } = await get(`/en/topics/mountains`))
      if (status !== 200) await pause(200)
    }
    expect(status).toBe(200)
  })
})

function isChildOfPortal(pid: string, port: string): boolean {
  const parent = execFileSync('ps', ['-o', 'ppid=', '-p', pid], { encoding: 'utf8' }).trim()
  const environment = execFileSync('cat', [`/proc/${parent}/environ`], { encoding: 'utf8' })
  return environment.split('\0').includes(`PORT=${port}`)
}
