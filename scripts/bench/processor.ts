import { readFileSync } from 'node:fs'
import { processTable } from './memory.ts'

/** Linux counts processor time in hundredths of a second for every program (proc(5), USER_HZ). */
const msPerTick = 10

/**
 * Processor time that a process has spent, ms; NaN where there is no /proc. On a machine shared with others it tells more
 * than seconds by the clock. A server that hands its work to a worker process (nginx) is counted by the worker.
 */
export function processorMs(pid: number): number {
  try {
    const workers = processTable()
      .filter(({ parent, command }) => parent === pid && command.includes('worker process'))
      .map(({ pid: worker }) => worker)
    return [pid, ...workers].reduce((sum, one) => sum + ticksOf(one) * msPerTick, 0)
  } catch {
    return Number.NaN
  }
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // After the name in parentheses: user time is the 12th field, system time the 13th (proc(5), 14 and 15).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}
