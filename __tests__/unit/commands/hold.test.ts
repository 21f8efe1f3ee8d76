import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bornOf, holdDataDir, runningIn } from '../../../scripts/start/hold.ts'

describe('a data folder', () => {
  let dataDir: string
  const file = () => join(dataDir, 'running.json')
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'hold-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  it('belongs to one process at a time', () => {
    const hold = holdDataDir(dataDir)
    expect(() => holdDataDir(dataDir)).toThrow(/in use by another start/)
    hold.release()
    holdDataDir(dataDir).release()
  })

  it('tells what runs on it, to its owner alone', () => {
    const hold = holdDataDir(dataDir)
    hold.update({ databaseUrl: 'postgres://localhost/portal' })
    hold.update({ url: 'http://localhost:3000' })
    expect(runningIn(dataDir)).toMatchObject({
      pid: process.pid,
      url: 'http://localhost:3000',
      databaseUrl: 'postgres://localhost/portal',
    })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    hold.release()
    expect(runningIn(dataDir)).toBeNull()
  })

  it.each([
    ['whose process is gone', { pid: 2 ** 22, born: 'then' }],
    ['whose number was given to another process', { pid: process.pid, born: 'long ago' }],
  ])('is taken over from a start %s', (_what, left) => {
    writeFileSync(file(), JSON.stringify({ ...left, url: null, databaseUrl: null }))
    expect(runningIn(dataDir)).toBeNull()
    const hold = holdDataDir(dataDir)
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid })
    hold.release()
  })

  it('is taken over when the note of the last start was cut off', () => {
    writeFileSync(file(), '{"pid":')
    holdDataDir(dataDir).release()
  })

  it('can be told apart by the birth of its process', () => {
    expect(bornOf(process.pid)).not.toBe('')
    // The first process of the system: a parent may be born in the same tick of the clock.
    expect(bornOf(1)).not.toBe(bornOf(process.pid))
    expect(bornOf(2 ** 22)).toBe('')
  })
})
