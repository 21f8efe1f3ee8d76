import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { Counts } from '../../edge/counts/counts.ts'
import { fileJournal } from '../../edge/counts/journal.ts'
import { keepCounts } from '../../edge/counts/keep-counts.ts'
import { bundleScript } from '../../scripts/start/bundle.mjs'
import { databaseForTest, type TestDatabase } from '../harness/database.ts'
import { root } from '../harness/processes.ts'

const log = pino({ level: 'silent' })
const noon = Date.parse('2026-11-24T04:00:00Z')
let database: TestDatabase
let newsroom: pg.Client

beforeAll(async () => {
  database = await databaseForTest()
  newsroom = new pg.Client({ connectionString: database.url })
  await newsroom.connect()
})
afterAll(async () => {
  await newsroom.end()
  await database.drop()
})

const consentRows = async () =>
  (await newsroom.query('select day, shown, accepted, refused, chosen from consent_counts')).rows
const readRows = async () =>
  (await newsroom.query('select day, path, reads from reading_counts order by path')).rows

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const began = Date.now()
  while (!(await isSo()) && Date.now() - began < 8000)
    await new Promise((resolve) => setTimeout(resolve, 10))
}

it('what two edges count is added up by day, every few moments and at the end', async () => {
  const edges = [1, 2].map(() => {
    const counts = new Counts(() => noon)
    return {
      counts,
      keeper: keepCounts({ counts, databaseUrl: database.url, log, interval: 50 }),
    }
  })
  for (const { counts } of edges) {
    counts.answered('shown')
    for (const slug of ['a', 'b']) counts.read(`/en/2026/11/18/${slug}`)
  }
  await until(() => edges.every(({ counts }) => counts.isEmpty))
  for (const { counts } of edges) {
    counts.answered('refused')
    counts.read('/en/2026/11/18/a')
  }
  await Promise.all(edges.map(({ keeper }) => keeper.close()))
  expect(await consentRows()).toEqual([
    { day: '2026-11-24', shown: '2', accepted: '0', refused: '2', chosen: '0' },
  ])
  expect(await readRows()).toEqual([
    { day: '2026-11-24', path: '/en/2026/11/18/a', reads: '4' },
    { day: '2026-11-24', path: '/en/2026/11/18/b', reads: '2' },
  ])
})

it('nothing is lost or counted twice while the database refuses or is away', async () => {
  await newsroom.query('delete from consent_counts')
  await newsroom.query('delete from reading_counts')
  const counts = new Counts(() => noon)
  const keeper = keepCounts({ counts, databaseUrl: database.url, log, interval: 30 })
  // The second of the two tables: what was written to the first has to be taken back.
  await newsroom.query('alter table reading_counts rename to elsewhere')
  counts.answered('accepted')
  counts.read('/en/2026/11/18/a')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await consentRows()).toEqual([])
  counts.answered('accepted')
  await newsroom.query('alter table elsewhere rename to reading_counts')
  await until(async () => (await consentRows()).length > 0)
  await keeper.close()
  expect(await consentRows()).toMatchObject([{ accepted: '2' }])
  expect(await readRows()).toMatchObject([{ reads: '1' }])

  const away = new Counts(() => noon)
  const nowhere = keepCounts({
    counts: away,
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    log,
    interval: 20,
  })
  away.answered('chosen')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await nowhere.close()
  expect(away.take().consent).toMatchObject([{ event: 'chosen', count: 1 }])
})

describe('a journal', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'counts-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const counting = () => new Counts(() => noon, fileJournal(folder, log))
  const written = async () => {
    await newsroom.query('delete from reading_counts')
    const counts = counting()
    await keepCounts({ counts, databaseUrl: database.url, log, interval: 60_000 }).close()
    return (await readRows()).map(({ reads }) => Number(reads))
  }

  it('brings back what a process that was killed had counted, and only once', async () => {
    const counter = await counterProcess(folder)
    await until(() => readdirSync(folder).some((name) => linesIn(path.join(folder, name)) >= 5))
    counter.kill('SIGKILL')
    await new Promise((resolve) => counter.once('exit', resolve))
    const counted = readdirSync(folder).reduce((n, name) => n + linesIn(path.join(folder, name)), 0)
    expect(await written()).toEqual([counted])
    expect(readdirSync(folder)).toEqual([])
    expect(await written()).toEqual([])
  })

  it('whose batch was written before it could be dropped is not written again', async () => {
    const id = '0b0c6b62-63c7-4b71-8b93-218ff8a6b6c3'
    const file = path.join(folder, `${id}.log`)
    for (const reads of [[2], []]) {
      writeFileSync(
        file,
        'read 2026-11-24T12 /en/2026/11/18/a\nread 2026-11-24T12 /en/2026/11/18/a\n',
      )
      expect(await written()).toEqual(reads)
    }
  })

  it('leaves out a torn line, and whatever else is none', async () => {
    writeFileSync(
      path.join(folder, '1b0c6b62-63c7-4b71-8b93-218ff8a6b6c3.log'),
      'read 2026-11-24T12 /en/2026/11/18/a\n\u0000\u0000\nconsent 2026-11-24 eaten\nread 2026-11-24T12 /en/2026/11/1',
    )
    expect(await written()).toEqual([1])
  })

  it('that cannot be written costs no count', async () => {
    const counts = new Counts(() => noon, fileJournal(path.join('/dev/null', 'no-folder'), log))
    counts.read('/en/2026/11/18/a')
    await newsroom.query('delete from reading_counts')
    await keepCounts({ counts, databaseUrl: database.url, log, interval: 60_000 }).close()
    expect(await readRows()).toMatchObject([{ reads: '1' }])
  })
})

const linesIn = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1

/** A process that counts until it is ended. */
async function counterProcess(folder: string) {
  const program = await bundleScript(root, '__tests__/harness/counting.ts')
  return spawn(process.execPath, [program, folder, String(noon)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
}
