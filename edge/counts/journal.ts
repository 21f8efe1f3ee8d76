import { randomUUID } from 'node:crypto'
import {
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  type WriteStream,
} from 'node:fs'
import path from 'node:path'
import type { Logger } from 'pino'

/** Lines of what was counted, in batches: a batch is dropped when it is in the database. */
export type Journal = {
  append(line: string): void
  /** Closes the batch and begins another. @returns the closed one's id, a UUID */
  rotate(): string
  drop(id: string): void
  /** Batches of an earlier process, as they are now. */
  leftOver(): { id: string; lines: string[] }[]
}

/** Keeps nothing: what is counted lives as long as the process. */
export const memoryJournal = (): Journal => ({
  append: () => {},
  rotate: randomUUID,
  drop: () => {},
  leftOver: () => [],
})

/** Bytes of a batch; while the database is away for long, what comes after is in memory alone. */
const largestBatch = 16 * 1024 * 1024

/**
 * A file for each batch, to which a line is added for each count: a process that is killed loses none
 * that the system has taken over. A disk that cannot be written to costs that safety and nothing else.
 * @param folder made when it is not there
 */
export function fileJournal(folder: string, log: Logger): Journal {
  const fileOf = (id: string) => path.join(folder, `${id}.log`)
  let id = randomUUID()
  let stream: WriteStream | null = null
  let bytes = 0
  let fails = false
  let isSaid = false
  const say = (error: unknown) => {
    if (!isSaid)
      log.error({ err: error }, 'counts cannot be kept on disk; they are in memory alone')
    isSaid = true
  }
  const written = (error?: Error | null) => {
    if (error || !isSaid) return
    log.info('counts are kept on disk again')
    isSaid = false
  }
  const open = (): WriteStream => {
    const opened = createWriteStream(fileOf(id), { flags: 'a' })
    opened.on('error', (error) => {
      say(error)
      // Of an earlier batch: that says nothing of this one.
      if (opened !== stream) return
      fails = true
      stream = null
    })
    return opened
  }
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    say(error)
    fails = true
  }
  const leftOver = namesIn(folder).flatMap((name) => {
    const left = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.log$/.exec(name)?.[1]
    return left ? [{ id: left, lines: linesOf(fileOf(left)) }] : []
  })
  return {
    append: (line) => {
      if (fails || bytes > largestBatch) return
      bytes += line.length + 1
      stream ??= open()
      stream.write(`${line}\n`, written)
    },
    rotate: () => {
      const closed = id
      stream?.end()
      stream = null
      fails = false
      bytes = 0
      id = randomUUID()
      return closed
    },
    drop: (dropped) => {
      try {
        rmSync(fileOf(dropped), { force: true })
      } catch (error) {
        // It is found at the next start, and known there as written.
        log.warn({ err: error }, 'counts that are written cannot be taken from the disk')
      }
    },
    leftOver: () => leftOver,
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The last line may be torn: only what ends with its line break was written whole. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
