import { lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { PageStore } from '../../../edge/cache/page-store.ts'
import { takeSnapshot, writeSnapshot } from '../../../edge/cache/snapshot.ts'
import { MostWanted } from '../../../edge/warm/most-wanted.ts'

it('a disk that is full when the portal ends costs a warm start, and says so', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'full-'))
  const told: { level: number; err: { message: string } }[] = []
  const log = pino({}, { write: (line: string) => told.push(JSON.parse(line)) })
  writeFileSync(join(dataDir, 'pages.snapshot'), 'of an earlier end')
  // The kernel refuses every byte that is written there, as a full disk does (full(4)).
  symlinkSync('/dev/full', join(dataDir, 'pages.snapshot.new'))
  const position = { seq: 1, stamp: null, at: Date.now() }
  writeSnapshot(dataDir, { maker: 'build', position, store: new PageStore(1) }, log)
  expect(told).toEqual([
    expect.objectContaining({ level: 40, msg: 'the next start will be a cold one' }),
  ])
  expect(told[0]?.err.message).toContain('disk is full')
  expect(lstatSync(join(dataDir, 'pages.snapshot.new'), { throwIfNoEntry: false })).toBeUndefined()
  expect(takeSnapshot(dataDir, 'build')).toBeNull()
  rmSync(dataDir, { recursive: true })
})

it('a disk that is full costs what is known of the most read pages, until there is room again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'full-'))
  const told: { msg: string }[] = []
  const log = pino({}, { write: (line: string) => told.push(JSON.parse(line)) })
  symlinkSync('/dev/full', join(dataDir, 'pages.wanted.new'))
  const wanted = new MostWanted(dataDir, log)
  wanted.add([['/en', 1]])
  wanted.save()
  expect(told).toEqual([
    expect.objectContaining({ level: 40, msg: 'what is read most is not remembered' }),
  ])
  wanted.save()
  expect(new MostWanted(dataDir, log).top(1)).toEqual(['/en'])
  rmSync(dataDir, { recursive: true })
})
