import { join } from 'node:path'
import type pg from 'pg'
import { prepareDatabase } from '../../edge/database/embedded.ts'
import { newsroomOptions } from './bundle.mjs'
import { runTask } from './children.ts'
import { connect, placeOf } from './connect.ts'
import { missingLanguages, pendingMigrations } from './newsroom-state.ts'
import { newsroomEnvironment, type Session } from './session.ts'

export type Opened = {
  url: string
  /** For the steps that follow; the caller ends it. */
  client: pg.Client
}

export type NextDatabase = {
  url: string
  /** Whether filling it takes a while. */
  isNew: boolean
  /** Starts or reaches it, and brings it up to this checkout. */
  open(): Promise<Opened>
}

/** The embedded database, or that of DATABASE_URL, before it is opened. */
export async function prepareDatabaseStep(session: Session): Promise<NextDatabase> {
  const { settings, log, steps } = session
  if (settings.databaseUrl !== null) {
    const url = settings.databaseUrl
    const reach = async () => ({ url, client: await connect(url) })
    const open = () => openStep(session, reach, placeOf(url))
    return { url, isNew: false, open }
  }
  const say = (line: string) => steps.note(line)
  const prepared = await prepareDatabase({ dataDir: settings.dataDir, log, say })
  const start = async () => {
    const database = await prepared.start()
    session.atEnd((leftMs) => database.stop(Math.max(500, leftMs - 1_000)))
    return { url: prepared.url, client: await connect(prepared.url) }
  }
  const open = () => openStep(session, start, 'PostgreSQL 18, embedded')
  return { url: prepared.url, isNew: prepared.isNew, open }
}

async function openStep(
  session: Session,
  reach: () => Promise<Opened>,
  what: string,
): Promise<Opened> {
  const opened = await session.steps.run('Database', reach, () => what)
  await migrationStep(session, opened)
  return opened
}

export async function migrationStep(session: Session, { url, client }: Opened): Promise<void> {
  const migrations = await pendingMigrations(client, session.root)
  const languages = migrations.length > 0 ? [] : await missingLanguages(client)
  const pending = [...migrations, ...languages.map((code) => `language ${code}`)]
  if (pending.length === 0) return
  await session.steps.run(
    'Migrations',
    () => runScript(session, 'migrate', url),
    () => pending.join(', '),
  )
}

/** MB. Scripts go through thousands of stories, each of which is soon garbage: in Node's 16 it was a fifth of their time. */
const youngGeneration = 64

/**
 * Runs a script; its reports become the step's progress.
 * @param script of those that `bundle.mjs` names
 */
export async function runScript(
  session: Session,
  script: string,
  databaseUrl: string,
  onMessage?: (message: unknown) => void,
  args: readonly string[] = [],
): Promise<void> {
  await runTask({
    name: `scripts/${script}.ts`,
    args: [
      ...newsroomOptions,
      `--max-semi-space-size=${youngGeneration}`,
      join(session.root, '.build', 'scripts', `${script}.js`),
      ...args,
    ],
    root: session.root,
    env: newsroomEnvironment(session.settings, databaseUrl),
    signal: session.stopping.signal,
    onLine: (line) => session.log.debug({ part: script }, line),
    onMessage,
  })
}
