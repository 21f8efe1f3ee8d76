import { execFileSync } from 'node:child_process'

export type Resident = { name: string; megabytes: number }

const names: [RegExp, string][] = [
  [/next-server/, 'renderer'],
  [/postgres/, 'PostgreSQL'],
  [/start\.mjs/, 'edge'],
]

export type ProcessRow = { pid: number; parent: number; kb: number; command: string }

/** Every process of this machine. Needs `ps`. */
export function processTable(): ProcessRow[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, rss, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid
      ? [{ pid: +pid, parent: Number(parent), kb: Number(rss), command: command ?? '' }]
      : []
  })
}

/** Resident memory of a process and all below it, summed by what they are; MB. */
export function residentMemory(root: number): Resident[] {
  const rows = processTable()
  const inside = new Set([root])
  for (let grown = true; grown; ) {
    const found = rows.filter(({ pid, parent }) => inside.has(parent) && !inside.has(pid))
    for (const { pid } of found) inside.add(pid)
    grown = found.length > 0
  }
  const sums = new Map<string, number>()
  for (const { pid, kb, command } of rows) {
    if (!inside.has(pid)) continue
    const name = names.find(([pattern]) => pattern.test(command))?.[1] ?? 'other'
    sums.set(name, (sums.get(name) ?? 0) + kb / 1024)
  }
  return [...sums].map(([name, megabytes]) => ({ name, megabytes: Math.round(megabytes) }))
}
