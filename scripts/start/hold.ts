import { spawnSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, PlainError, plainly } from '../../lib/plain-error.ts'

const schema = z.object({
  pid: z.number(),
  /** Tells two processes of the same number apart. */
  born: z.string(),
  /** Where readers are served; null until they are. */
  url: z.string().nullable(),
  /** Holds a password: the file is for its owner alone. Null until it is known. */
  databaseUrl: z.string().nullable(),
})
export type Running = z.infer<typeof schema>

/** A data folder that this process has to itself. */
export type Hold = {
  /** Makes known what can be reached where. */
  update(facts: Partial<Pick<Running, 'url' | 'databaseUrl'>>): void
  release(): void
}

const fileIn = (dataDir: string): string => join(dataDir, 'running.json')

/**
 * Takes a data folder, which is made when it is not there; at most one living process has it.
 * @throws {PlainError} when another process has it, or it cannot be written.
 */
export function holdDataDir(dataDir: string): Hold {
  const file = fileIn(dataDir)
  let facts: Running = { pid: process.pid, born: bornOf(process.pid), url: null, databaseUrl: null }
  const fresh = `${file}.${process.pid}`
  const write = () => writeFileSync(fresh, `${JSON.stringify(facts)}\n`, { mode: 0o600 })
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    write()
    take(fresh, file, dataDir)
  } catch (error) {
    throw plainly(`Cannot use the data folder ${dataDir}`, error)
  } finally {
    rmSync(fresh, { force: true })
  }
  return {
    update: (more) => {
      facts = { ...facts, ...more }
      write()
      renameSync(fresh, file)
    },
    release: () => rmSync(file, { force: true }),
  }
}

/** A link is made only where nothing is: of two processes one alone succeeds. */
function take(fresh: string, file: string, dataDir: string): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      linkSync(fresh, file)
      return
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const holder = runningIn(dataDir)
    if (holder) throw inUse(dataDir, holder)
    // Left by a crash. Moved aside first and looked at again: another start may have been quicker.
    const aside = `${fresh}.old`
    renameSync(file, aside)
    const moved = read(aside)
    if (moved && isAlive(moved)) linkSync(aside, file)
    rmSync(aside, { force: true })
  }
  throw new PlainError(`The data folder ${dataDir} is being taken by another start.`)
}

const inUse = (dataDir: string, { pid, url }: Running): PlainError =>
  new PlainError(
    `The data folder ${dataDir} is in use by another start (process ${pid}${url ? `, ${url}` : ''}): stop that one, or set DATA_DIR to another folder.`,
  )

/** What runs on a data folder at this moment; null when nothing does. */
export function runningIn(dataDir: string): Running | null {
  const found = read(fileIn(dataDir))
  return found && isAlive(found) ? found : null
}

function read(file: string): Running | null {
  if (!existsSync(file)) return null
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    // Cut off by a full disk or a crash: nobody's.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

const isAlive = ({ pid, born }: Running): boolean => bornOf(pid) === born

/**
 * When a process began, so that a number that was given away again is not taken for it; empty when there
 * is no such process. On Linux clock ticks since the machine's start, with that start's own name.
 */
export function bornOf(pid: number): string {
  if (existsSync('/proc/self/stat')) {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name in parentheses may hold blanks; the start is the 20th field after it (proc(5), 22).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return `${boot}:${fields[19]}`
    } catch {
      return ''
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
}
