import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { PlainError } from '../../lib/plain-error.ts'
import { Stopped } from './stopping.ts'

export type Task = {
  /** For messages: `The build`. */
  name: string
  args: readonly string[]
  root: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  /** Told every line that it prints. */
  onLine?: (line: string) => void
  /** Told what it reports by `process.send`. */
  onMessage?: (message: unknown) => void
}

/**
 * Ends a child whose starter is gone (SIGKILL), which the closing of the channel between them tells. Only
 * the child itself: its own children inherit the option, and live by channels of their own.
 */
const lifeline = `data:text/javascript,${encodeURIComponent(
  `if(process.ppid===${process.pid}){process.once("disconnect",()=>process.exit(1));process.channel?.unref()}`,
)}`

/** Grace between asking a child to end and making it, ms. */
const graceMs = 3_000

/**
 * Runs a program of this checkout in a Node process of its own until it ends.
 * @returns All that it printed.
 * @throws {PlainError} with the end of what it printed, when it fails.
 * @throws {Stopped} when `signal` broke it off.
 */
export async function runTask(task: Task): Promise<string> {
  task.signal.throwIfAborted()
  const child = spawn(process.execPath, ['--import', lifeline, ...task.args], {
    cwd: task.root,
    env: task.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Not in the terminal's group: Ctrl-C is for the start, which ends its children in order.
    detached: true,
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      task.onLine?.(line)
    })
  }
  if (task.onMessage) child.on('message', task.onMessage)
  const end = () => endGroup(child)
  task.signal.addEventListener('abort', end)
  // Whatever happens to this process, the child is not left behind.
  const kill = () => signalGroup(child, 'SIGKILL')
  process.once('exit', kill)
  const status = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  process.off('exit', kill)
  task.signal.removeEventListener('abort', end)
  if (task.signal.aborted) throw new Stopped()
  const output = lines.join('\n')
  if (status === 0) return output
  if (/ENOSPC|No space left on device|could not extend file/.test(output))
    throw new PlainError(`${task.name} failed: the disk is full.`)
  if (lines.length === 0)
    throw new PlainError(`${task.name} ended (${status}) and did not say why.`)
  throw new PlainError(
    `${task.name} failed:\n${lines
      .slice(-40)
      .map((line) => `  ${line}`)
      .join('\n')}`,
  )
}

function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM')
  setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs).unref()
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It ended in between.
  }
}
