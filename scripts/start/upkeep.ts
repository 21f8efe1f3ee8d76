import { PlainError } from '../../lib/plain-error.ts'
import { holdsOwnStories } from '../generate/own-stories.ts'
import type { Report } from '../report.ts'
import { connect } from './connect.ts'
import { migrationStep, type Opened, prepareDatabaseStep, runScript } from './database-step.ts'
import { readGenerateOptions } from './generate-options.ts'
import { holdDataDir, runningIn } from './hold.ts'
import type { Progress, Session } from './session.ts'

/** `npm run migrate`. */
export async function migrateOnly(session: Session): Promise<void> {
  const { client } = await reachDatabase(session)
  await client.end()
  session.steps.note('The database is current.')
}

/** `npm run sample`: loads what is missing of the sample edition; with `--remove` takes it out. */
export async function sample(session: Session): Promise<void> {
  const unknown = session.args.find((arg) => arg !== '--remove')
  if (unknown) throw new PlainError(`There is no option ${unknown}; "--remove" is the only one.`)
  const { url, client } = await reachDatabase(session)
  await client.end()
  const remove = session.args.includes('--remove')
  await sampleStep(session, url, remove)
}

export async function sampleStep(session: Session, url: string, remove = false): Promise<void> {
  let last: Report | null = null
  await session.steps.run(
    'Sample edition',
    (progress) =>
      runScript(
        session,
        'sample',
        url,
        (message) => {
          last = asReport(message) ?? last
          if (last) tellProgress(last, progress)
        },
        remove ? ['--remove'] : [],
      ),
    () => `${last?.total ?? 0} documents ${remove ? 'taken out' : 'in place'}`,
  )
}

/** `npm run search:rebuild`: builds the search index anew, beside a running portal too. */
export async function rebuildSearch(session: Session): Promise<void> {
  const [unknown] = session.args
  if (unknown) throw new PlainError(`There is no option ${unknown}.`)
  const { url, client } = await reachDatabase(session)
  await client.end()
  await searchStep(session, url, true)
}

/** @param anew whether all of it, not only what is missing */
export async function searchStep(session: Session, url: string, anew = false): Promise<void> {
  let last: Report | null = null
  await session.steps.run(
    'Search index',
    (progress) =>
      runScript(
        session,
        'search',
        url,
        (message) => {
          last = asReport(message) ?? last
          if (last) tellProgress(last, progress)
        },
        anew ? ['--anew'] : [],
      ),
    () => `${last?.done ?? 0} stories read`,
  )
}

/** `npm run generate -- --stories 100000`: fills the newsroom with stories, for trials of its size. */
export async function generate(session: Session): Promise<void> {
  const { stories, seed, sure } = readGenerateOptions(session.args)
  const { url, client } = await reachDatabase(session)
  const refused = !sure && (await holdsOwnStories(client))
  await client.end()
  if (refused)
    throw new PlainError(
      'This database holds stories that the newsroom wrote. Generated ones would stand among them, for readers too: add --yes if that is what you want.',
    )
  let last: Report | null = null
  await session.steps.run(
    'Generated stories',
    (progress) =>
      runScript(
        session,
        'generate',
        url,
        (message) => {
          last = asReport(message) ?? last
          if (last) tellProgress(last, progress)
        },
        [String(stories), String(seed)],
      ),
    () => last?.what ?? '',
  )
  await searchStep(session, url)
}

const tellProgress = ({ done, total, what }: Report, progress: Progress): void =>
  progress(`${done} of ${total}  ${what}`)

function asReport(message: unknown): Report | null {
  if (typeof message !== 'object' || message === null) return null
  const { done, total, what } = message as Partial<Report>
  return typeof done === 'number' && typeof total === 'number'
    ? { done, total, what: what ?? '' }
    : null
}

/** The database of a running portal, when there is one; else it is started for the time being. */
async function reachDatabase(session: Session): Promise<Opened> {
  const { settings } = session
  const running = settings.databaseUrl === null ? runningIn(settings.dataDir) : null
  if (running?.databaseUrl) {
    const opened = { url: running.databaseUrl, client: await connect(running.databaseUrl) }
    await migrationStep(session, opened)
    return opened
  }
  if (settings.databaseUrl === null) {
    const hold = holdDataDir(settings.dataDir)
    session.atEnd(() => hold.release())
  }
  return (await prepareDatabaseStep(session)).open()
}
