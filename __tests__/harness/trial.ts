import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort } from '../../edge/free-port.ts'
import { keysOf, siteKey } from '../../lib/purge-keys.ts'
import { noteFaultRow } from './fault-table.ts'
import { keepReading, metric, type Reply, read, until, withDatabase } from './faults.ts'
import type { Launch, Launched } from './processes.ts'
import type { Starts } from './starts.ts'

const account = { email: 'editor@example.com', password: 'correct horse battery staple' }

/** Asked for before anything happens, and on and on. */
export const keptPages = ['/en', '/zh', '/en/city', '/en/latest'] as const

/** Has the renderer do what is written into a file (`saboteur.mjs`), with memory that can be used up soon. */
export const withSaboteur = (file: string): Record<string, string> => {
  const saboteur = pathToFileURL(join(import.meta.dirname, 'saboteur.mjs'))
  return { SABOTAGE: file, NODE_OPTIONS: `--import=${saboteur} --max-old-space-size=400` }
}

/** A portal that things happen to, one after the other, while somebody reads and somebody writes. */
export class Trial {
  portal: Launched & { url: string }
  readonly dataDir: string
  /** Topics that an editor saw as saved. */
  readonly acknowledged: string[] = []
  /** What an editor was told instead. */
  readonly refusals: string[] = []
  private asked = 0
  private token = ''
  private brokenAt = 0
  private healedAt: number | null = null
  private readonly metricsPort: string

  private constructor(portal: Launched & { url: string }, dataDir: string, metricsPort: string) {
    this.portal = portal
    this.dataDir = dataDir
    this.metricsPort = metricsPort
  }

  /** Starts a portal with a section, and reads it until all of `keptPages` are kept. */
  static async begin(starts: Starts, more: Launch & { dataDir?: string } = {}): Promise<Trial> {
    const { dataDir = starts.dataDir('filled'), ...launch } = more
    const metricsPort = String(await freePort())
    const trial = new Trial(await start(starts, dataDir, metricsPort, launch), dataDir, metricsPort)
    await trial.opened()
    await trial.desk('POST', 'sections', { name: 'City', slug: 'city' })
    await trial.readAll()
    return trial
  }

  /** Starts it again on the same data, after its end. */
  async again(starts: Starts, launch: Launch = {}): Promise<void> {
    this.portal = await start(starts, this.dataDir, this.metricsPort, launch)
    await this.opened()
  }

  private async opened(): Promise<void> {
    await this.portal.open()
    await this.signIn()
  }

  async signIn(): Promise<void> {
    this.token = String((await this.desk('POST', 'users/login', account)).token)
  }

  /** What an editor does. @throws {Error} when it is not acknowledged. */
  async desk(method: string, path: string, body: unknown): Promise<Record<string, unknown>> {
    const answer = await this.ask(method, path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text)
  }

  private ask(method: string, path: string, body: unknown): Promise<Response> {
    return fetch(`${this.portal.url}/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `JWT ${this.token}` },
      body: JSON.stringify(body),
    })
  }

  /** Tries to save a topic; what is acknowledged has to be there in the end. @returns the status; 0 when no answer came */
  async save(): Promise<number> {
    const slug = `topic-${++this.asked}`
    const answer = await this.ask('POST', 'topics', { name: slug, slug }).catch(() => null)
    const text = await answer?.text()
    if (answer?.ok) this.acknowledged.push(slug)
    else this.refusals.push(`${answer?.status} ${text}`)
    return answer?.status ?? 0
  }

  /** Parts that are not ready; `edge` when it does not say. */
  async unready(): Promise<string[]> {
    const { status, text } = await this.read('/readyz')
    if (status === 0) return ['edge']
    const { unready }: { unready: { part: string }[] } = JSON.parse(text)
    return unready.map(({ part }) => part)
  }

  read(path: string): Promise<Reply> {
    return read(this.portal.url + path)
  }

  metric(name: string): Promise<number> {
    return metric(`http://127.0.0.1:${this.metricsPort}`, name)
  }

  /** Takes a page out of memory, so that the next reader needs the renderer. */
  async drop(path: string): Promise<void> {
    const keys = keysOf(path).filter((key) => key !== siteKey)
    const seq = await withDatabase(this.dataDir, async (client) => {
      const insert = 'insert into outbox (keys, urgent) values ($1, true) returning id'
      const { rows } = await client.query<{ id: string }>(insert, [keys])
      const select = 'select seq from outbox where id = $1'
      const written = await client.query<{ seq: string }>(select, [rows[0]?.id])
      return Number(written.rows[0]?.seq)
    })
    await until(
      () => this.metric('portal_outbox_position'),
      (position) => position >= seq,
    )
  }

  /** A page that is not kept: there, or a page that says when to come again. */
  async uncached(path: string): Promise<number> {
    const { status, headers, text } = await this.read(path)
    expect([200, 503]).toContain(status)
    if (status === 503) {
      expect(headers['retry-after']).toMatch(/^[1-9]\d*$/)
      expect(headers['cache-control']).toBe('no-store')
      expect(text).toContain('</html>')
    }
    return status
  }

  /** Reads on while a fault lasts; readers of kept pages must not notice it. */
  async during(fault: string, work: () => Promise<void>): Promise<void> {
    const readers = keepReading(keptPages.map((path) => this.portal.url + path))
    this.broken()
    try {
      await work()
    } finally {
      await readers.end()
    }
    const healedAfter = this.healedAt === null ? null : this.healedAt - this.brokenAt
    const { length: failed } = readers.others
    noteFaultRow({ fault, requests: readers.count(), failed, healedAfter })
    expect(readers.others).toEqual([])
    expect(readers.count()).toBeGreaterThan(keptPages.length)
  }

  /** From here the time to heal counts: of what the portal cannot end by itself, when the cause is gone. */
  broken(): void {
    this.brokenAt = performance.now()
    this.healedAt = null
  }

  /**
   * Waits until a page is made again, everything is ready and a save is taken, by itself.
   * @param but.part that cannot be ready here
   */
  async heals(path: string, but: { part?: string } = {}): Promise<void> {
    await until(
      () => this.read(path),
      ({ status }) => status === 200,
    )
    await until(
      () => this.unready(),
      (parts) => parts.every((part) => part === but.part),
    )
    await until(
      () => this.save(),
      (status) => status === 201,
    )
    this.healedAt = performance.now()
  }

  /** No save that was acknowledged is lost. */
  async expectSaved(): Promise<void> {
    const { rows } = await withDatabase(this.dataDir, (client) =>
      client.query<{ slug: string }>('select slug from topics'),
    )
    const there = rows.map(({ slug }) => slug)
    expect(there).toEqual(expect.arrayContaining(this.acknowledged))
    expect(this.acknowledged.length).toBeGreaterThan(0)
  }

  async readAll(): Promise<void> {
    await until(
      () => Promise.all(keptPages.map((path) => this.read(path))),
      (replies) => replies.every(({ status }) => status === 200),
    )
  }
}

async function start(
  starts: Starts,
  dataDir: string,
  metricsPort: string,
  { env = {}, ...launch }: Launch,
): Promise<Launched & { url: string }> {
  const { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } = account
  const own = { ADMIN_EMAIL, ADMIN_PASSWORD, METRICS_PORT: metricsPort }
  // Kept pages are of one site: another port would be another.
  return starts.start(dataDir, {
    ...launch,
    env: { ...own, SITE_URL: 'http://portal.example', ...env },
  })
}
