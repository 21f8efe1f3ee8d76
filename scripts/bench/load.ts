import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { processorMs } from './processor.ts'

const run = promisify(execFile)

/** What came of one round. Latencies in ms. */
export type Load = {
  perSecond: number
  p50: number
  p99: number
  /** Answers that were not as wanted. */
  wrong: number
  /** Processor time of the server for one request, microseconds; NaN where it cannot be read. */
  microseconds: number
}

export const connections = 32
export const hasWrk = spawnSync('wrk', ['-v']).error === undefined
export const loader = hasWrk ? 'wrk' : 'autocannon'

/**
 * Reads one address over 32 keep-alive connections for some seconds.
 * @param server pid whose processor time, with that of its children's children, is counted
 */
export async function load(
  url: string,
  seconds: number,
  server: number,
  headers: Record<string, string> = {},
): Promise<Load> {
  const before = processorMs(server)
  const { requests, ...told } = await (hasWrk ? byWrk : byAutocannon)(url, seconds, headers)
  const spent = processorMs(server) - before
  return { ...told, microseconds: (spent * 1000) / requests }
}

type Told = Omit<Load, 'microseconds'> & { requests: number }

const unitsInMs: Record<string, number> = { us: 0.001, ms: 1, s: 1000 }

async function byWrk(url: string, seconds: number, headers: Record<string, string>): Promise<Told> {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...named, url]
  const { stdout } = await run('wrk', args)
  const found = (pattern: RegExp) => pattern.exec(stdout)?.slice(1) ?? []
  const latency = (percent: number) => {
    const [value, unit = 'ms'] = found(new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`))
    return Number(value) * (unitsInMs[unit] ?? Number.NaN)
  }
  const errors = found(/connect (\d+), read (\d+), write (\d+), timeout (\d+)/)
  const refused = found(/Non-2xx or 3xx responses: (\d+)/)
  return {
    requests: Number(found(/(\d+) requests in/)[0]),
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/)[0]),
    p50: latency(50),
    p99: latency(99),
    wrong: [...errors, ...refused].reduce((sum, count) => sum + Number(count), 0),
  }
}

async function byAutocannon(
  url: string,
  seconds: number,
  headers: Record<string, string>,
): Promise<Told> {
  const result = await autocannon({ url, connections, duration: seconds, headers })
  return {
    requests: result.requests.total,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  }
}

/** Reads addresses, one request at a time; ms of each. @throws {Error} for an answer that is no 200 */
export async function oneByOne(urls: readonly string[]): Promise<number[]> {
  const taken: number[] = []
  for (const url of urls) {
    const began = performance.now()
    const answer = await fetch(url)
    await answer.arrayBuffer()
    taken.push(performance.now() - began)
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  }
  return taken
}
