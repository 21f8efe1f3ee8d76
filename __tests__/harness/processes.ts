import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** The checkout, in which tests are run. */
export const root = process.cwd()

export type Launch = {
  env?: Record<string, string>
  args?: readonly string[]
  /** Through npm, as operators do; else the script itself. */
  npm?: boolean
  /** Another checkout than this one. */
  checkout?: string
  uid?: number
  gid?: number
}

export type Launched = {
  child: ChildProcess
  /** All that it printed so far. */
  output(): string
  /** Settles with the exit code (or the name of the signal) when it has ended. */
  ended: Promise<number | string | null>
  /** Settles when it says that readers can come. @throws {Error} when it ends instead. */
  open(): Promise<void>
}

/** `EDGE_WORKERS=2 npm test` tries everything with several processes. */
const inherited = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'EDGE_WORKERS']

/** Runs `npm start` (or another command of it) with nothing of this process's settings. */
export function launch({
  env = {},
  args = [],
  npm = false,
  checkout = root,
  ...user
}: Launch): Launched {
  const own = Object.fromEntries(inherited.map((name) => [name, process.env[name]]))
  const [command, ...before] = npm ? ['npm', 'start'] : [process.execPath, 'scripts/start.mjs']
  const child = spawn(command ?? '', [...before, ...args], {
    ...user,
    cwd: checkout,
    env: { ...own, NODE_ENV: 'production', ...env },
    // A group of its own, so that a test can signal the whole of it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  const ended = new Promise<number | string | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  const open = async () => {
    let over = false
    const mark = () => {
      over = true
    }
    void ended.then(mark, mark)
    while (!text.includes('Readers ')) {
      if (over) throw new Error(`It ended before it opened:\n${text}`)
      await pause(20)
    }
  }
  return { child, output: () => text, ended, open }
}

/** Processes that hold a text in their command line or environment: what a start left behind. */
export function processesOf(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) =>
      ['cmdline', 'environ'].some((file) => {
        try {
          return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(text)
        } catch {
          return false
        }
      }),
    )
    .map(Number)
}
