import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Portal, startPortal } from '../../edge/portal.ts'
import { PlainError } from '../../lib/plain-error.ts'
import { defaultWorkers } from '../../lib/workers.ts'
import { buildDrawings } from '../build/drawings.ts'
import { watchEnhance } from '../build/enhance.ts'
import { buildStep } from './build-step.ts'
import { type Opened, prepareDatabaseStep, runScript } from './database-step.ts'
import { holdDataDir } from './hold.ts'
import { hasAccounts, wantsSample, wantsSearchIndex } from './newsroom-state.ts'
import { assurePortIsFree } from './port.ts'
import { type Session, secretOf } from './session.ts'
import { sampleStep, searchStep } from './upkeep.ts'

/** `npm start`: everything from a fresh clone to open doors; then waits until it is told to end. */
export async function serve(session: Session): Promise<void> {
  await open(session, 'production')
}

/** `npm run dev`: the same on sources as they are; pages are made anew for every request. */
export async function develop(session: Session): Promise<void> {
  await open(session, 'development')
}

async function open(session: Session, mode: 'production' | 'development'): Promise<void> {
  const { root, settings, steps, stopping } = session
  const hold = holdDataDir(settings.dataDir)
  session.atEnd(() => hold.release())
  await assurePortIsFree(settings.port, settings.host)
  const desk = settings.newsroom?.address
  if (desk) await assurePortIsFree(desk.port, desk.host, { port: 'ADMIN_PORT', host: 'ADMIN_HOST' })
  if (settings.plainPort !== null)
    await assurePortIsFree(settings.plainPort, settings.host, { port: 'HTTP_PORT', host: 'HOST' })
  if (mode === 'production') await buildStep(session)
  else {
    await buildDrawings(root)
    session.atEnd(await watchEnhance(root))
  }
  const database = await prepareDatabaseStep(session)
  hold.update({ databaseUrl: database.url })
  const filled = database.open().then((opened) => fillStep(session, opened))
  filled.catch(() => {}) // Whoever waits for it is told.
  // Filling a new one keeps the machine busy; else the renderer may come up meanwhile.
  if (database.isNew) await filled
  const portal = await portalStep(session, database.url, filled, mode).catch(async (error) => {
    // The database may be on its way: it has to be there before it can be ended.
    stopping.abandon()
    await filled.catch(() => {})
    throw error
  })
  hold.update({ url: portal.url })
  steps.note('')
  steps.note(`Readers    ${settings.siteUrl}`)
  steps.note(`Newsroom   ${settings.newsroom?.url ?? settings.siteUrl}/admin`)
  const { hasNobody, wantsIndex } = await filled
  if (hasNobody)
    steps.note(
      '           Nobody has an account yet: whoever opens it first makes the first one. (Or set ADMIN_EMAIL and ADMIN_PASSWORD.)',
    )
  if (wantsIndex) await indexStep(session, database.url)
  await stopping.asked
}

type Filled = {
  /** Whether nobody has an account. */
  hasNobody: boolean
  /** Whether something is missing of the search index. */
  wantsIndex: boolean
}

/** Fills a new newsroom. */
async function fillStep(session: Session, { url, client }: Opened): Promise<Filled> {
  const { admin } = session.settings
  try {
    if (await wantsSample(client)) await sampleStep(session, url)
    const hasNobody = !(await hasAccounts(client))
    if (hasNobody && admin !== null)
      await session.steps.run(
        'First account',
        () => runScript(session, 'first-account', url),
        () => admin.email,
      )
    return {
      hasNobody: hasNobody && admin === null,
      wantsIndex: await wantsSearchIndex(client),
    }
  } finally {
    await client.end()
  }
}

/**
 * Builds what is missing of the search index behind open doors: of many stories it takes minutes, in which
 * readers are served and changes followed. Without it the portal goes on, and searches find less.
 */
async function indexStep(session: Session, url: string): Promise<void> {
  try {
    await searchStep(session, url)
  } catch (error) {
    if (session.stopping.wasAsked()) return
    const reason = error instanceof PlainError ? error.message : String(error)
    session.steps.fail(
      `The search index is not complete; npm run search:rebuild builds it anew. ${reason}`,
    )
  }
}

async function portalStep(
  session: Session,
  databaseUrl: string,
  databaseReady: Promise<unknown>,
  mode: 'production' | 'development',
): Promise<Portal> {
  const { root, settings, log, stopping } = session
  const portal = await session.steps.run(
    'Portal',
    () =>
      startPortal({
        host: settings.host,
        port: settings.port,
        siteUrl: settings.siteUrl,
        databaseUrl,
        databaseReady,
        dataDir: settings.dataDir,
        secret: secretOf(settings),
        mode,
        root,
        cacheBytes: settings.cacheBytes,
        workers: workersOf(session),
        publicApi: settings.publicApi,
        newsroom: settings.newsroom,
        trustProxy: settings.trustProxy,
        tls: settings.tls,
        plainPort: settings.plainPort,
        metrics: settings.metrics,
        log,
        signal: stopping.signal,
      }),
    () => `listens on ${settings.host}, port ${settings.port}`,
  )
  session.atEnd(() => Promise.race([portal.close(), unlessItTakes(stopping.leftMs() - 1_500)]))
  return portal
}

function workersOf({ root, settings: { workers, cacheBytes } }: Session) {
  const count = workers ?? defaultWorkers(availableParallelism(), cacheBytes)
  return { count, program: join(root, '.build', 'program', 'worker.js') }
}

const unlessItTakes = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)).unref())
