import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { Counts } from '../../../edge/counts/counts.ts'
import { fileJournal } from '../../../edge/counts/journal.ts'

describe('counts', () => {
  it('belong to the day in Chongqing', () => {
    let now = Date.parse('2026-11-24T15:59:59Z')
    const counts = new Counts(() => now)
    counts.answered('shown')
    now += 1000
    counts.answered('shown')
    expect(counts.take().consent).toEqual([
      { day: '2026-11-24', event: 'shown', count: 1 },
      { day: '2026-11-25', event: 'shown', count: 1 },
    ])
    expect(counts.isEmpty).toBe(true)
  })

  it('of reads belong to the hour in Chongqing', () => {
    const counts = new Counts(() => Date.parse('2026-11-24T16:30:00Z'))
    for (let n = 0; n < 3; n++) counts.read('/en/2026/11/18/a')
    expect(counts.take().reads).toEqual([
      { hour: '2026-11-25T00', path: '/en/2026/11/18/a', count: 3 },
    ])
  })

  it('take so much memory and no more', () => {
    const counts = new Counts()
    for (let story = 0; story < 20_010; story++) counts.read(`/en/2026/11/18/a-${story}`)
    counts.read('/en/2026/11/18/a-0')
    const { reads } = counts.take()
    expect(reads).toHaveLength(20_000)
    expect(reads.find(({ path }) => path.endsWith('a-0'))?.count).toBe(2)
  })
})

describe('a journal', () => {
  let folder: string
  const said: string[] = []
  const log = pino({}, { write: (line: string) => said.push(JSON.parse(line).msg) })
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'counts-'))
    said.length = 0
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const lost = 'counts cannot be kept on disk; they are in memory alone'
  const kept = 'counts are kept on disk again'

  async function until(isSo: () => boolean): Promise<void> {
    for (let tries = 0; !isSo(); tries++) {
      if (tries > 400) throw new Error('It did not come about')
      await pause(10)
    }
  }

  it('that is damaged gives back what the database can take, and nothing else', () => {
    const lines = [
      'read 2026-11-24T12 /en/2026/11/18/a',
      'read 2026-99-99T99 /en/2026/11/18/a',
      'read 2026-02-30T12 /en/2026/11/18/a',
      'read 2026-11-24T24 /en/2026/11/18/a',
      'read 0000-11-24T12 /en/2026/11/18/a',
      'read 2026-11-24T12 /en/2026/11/18/\u0000\u0000',
      'read 2026-11-24T12 /en/2026/99/18/a',
      'read 2026-11-24T12 /',
      'consent 2026-11-24 shown',
      'consent 2026-02-30 shown',
      'consent 2026-99-99 shown',
      '\u0000\u0000\u0000',
    ]
    const id = '1b0c6b62-63c7-4b71-8b93-218ff8a6b6c3'
    writeFileSync(path.join(folder, `${id}.log`), `${lines.join('\n')}\n`)
    // What names no batch.
    writeFileSync(path.join(folder, `${'-'.repeat(36)}.log`), `${lines[0]}\n`)
    expect(new Counts(Date.now, fileJournal(folder, log)).leftOver()).toEqual([
      {
        id,
        consent: [{ day: '2026-11-24', event: 'shown', count: 1 }],
        reads: [{ hour: '2026-11-24T12', path: '/en/2026/11/18/a', count: 1 }],
      },
    ])
  })

  it('that cannot be written says so once, and once when it can be again', async () => {
    const journal = fileJournal(folder, log)
    const written = () =>
      existsSync(folder)
        ? readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
        : []
    for (let round = 0; round < 2; round++) {
      rmSync(folder, { recursive: true })
      said.length = 0
      for (let batch = 0; batch < 3; batch++) {
        journal.append('a')
        // The error of the batch before comes when this one has begun.
        journal.rotate()
        await pause(20)
      }
      expect(said).toEqual([lost])
      mkdirSync(folder)
      journal.append('b')
      await until(() => said.length > 1)
      expect(said).toEqual([lost, kept])
      expect(written()).toEqual(['b\n'])
      journal.rotate()
    }
  })
})
