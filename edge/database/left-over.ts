import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PlainError, plainly } from '../../lib/plain-error.ts'

/**
 * Puts right what a crash left behind: a PostgreSQL that outlived its portal is stopped, and the pid
 * file of one that did not is removed (its number may meanwhile be another process's, which PostgreSQL
 * could not tell). Call it only while holding the data folder, so that nothing of a living portal is hit.
 * @throws {PlainError} when the old one does not end.
 */
export async function clearLeftOver(cluster: string, say: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    if (isPostgresOf(pid, cluster)) {
      say(`A PostgreSQL (process ${pid}) outlived an earlier start: it is stopped first`)
      await stop(pid, cluster)
    }
    rmSync(file, { force: true })
  } catch (error) {
    throw plainly(`Cannot clear what an earlier start left in ${cluster}`, error)
  }
}

function isPostgresOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  const command = existsSync('/proc/self/cmdline')
    ? existsSync(`/proc/${pid}/cmdline`)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : ''
    : spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return command.includes('postgres') && command.includes(cluster)
}

async function stop(pid: number, cluster: string): Promise<void> {
  // Fast shutdown; then immediate, which recovers at the next start; then by force.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostgresOf(pid, cluster)) return
    process.kill(pid, signal)
    for (let waited = 0; waited < 5_000 && isPostgresOf(pid, cluster); waited += 50) await pause(50)
  }
  if (isPostgresOf(pid, cluster))
    throw new PlainError(
      `A PostgreSQL of an earlier start (process ${pid}) does not end: end it by hand.`,
    )
}
