import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Logger } from 'pino'
import { z } from 'zod'
import { plainly } from '../../lib/plain-error.ts'

/** Addresses that are remembered; what nobody reads fades. */
const mostRemembered = 500
/** ms in which what was read counts half. */
const halfLife = 60 * 60_000

const list = z.array(z.tuple([z.string().startsWith('/'), z.number().positive()]))

const fileIn = (dataDir: string): string => path.join(dataDir, 'pages.wanted')

/**
 * Which pages readers want most, over restarts: addresses and how often they were read of late. It says nothing of
 * who read them, and can be deleted at any time.
 */
export class MostWanted {
  private scores: Map<string, number>
  private fadedAt: number
  private isChanged = false
  private readonly file: string
  private readonly log: Logger
  private readonly now: () => number

  /** @param now ms by a clock that never goes back */
  constructor(dataDir: string, log: Logger, now = () => performance.now()) {
    this.file = fileIn(dataDir)
    this.log = log
    this.now = now
    this.fadedAt = now()
    this.scores = new Map(read(this.file))
  }

  /** What was read since the last time. */
  add(reads: Iterable<readonly [string, number]>): void {
    for (const [address, times] of reads) {
      this.scores.set(address, (this.scores.get(address) ?? 0) + times)
      this.isChanged = true
    }
  }

  /** Addresses, the most read first. */
  top(most: number): string[] {
    return this.sorted(most).map(([address]) => address)
  }

  /** Writes it down, for the next start. A full disk costs a warm start, no more. */
  save(): void {
    this.fade()
    if (!this.isChanged) return
    const fresh = `${this.file}.new`
    try {
      writeFileSync(fresh, JSON.stringify(this.sorted(mostRemembered)), { mode: 0o600 })
      renameSync(fresh, this.file)
      this.isChanged = false
    } catch (error) {
      rmSync(fresh, { force: true })
      this.log.warn(
        { err: plainly(`Cannot write ${this.file}`, error) },
        'what is read most is not remembered',
      )
    }
  }

  private sorted(most: number): [string, number][] {
    return [...this.scores].toSorted(([, a], [, b]) => b - a).slice(0, most)
  }

  private fade(): void {
    const now = this.now()
    const share = 0.5 ** ((now - this.fadedAt) / halfLife)
    this.fadedAt = now
    this.scores = new Map(
      this.sorted(mostRemembered).map(([address, score]) => [address, score * share]),
    )
  }
}

function read(file: string): [string, number][] {
  try {
    return list.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // None, or not a whole one: then nothing is known.
    return []
  }
}
