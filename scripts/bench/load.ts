import autocannon from 'autocannon'

export type Load = { perSecond: number; p50: number; p99: number; wrong: number }

const connections = 32

/** Reads one address over keep-alive connections for some seconds. */
export async function load(
  url: string,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Load> {
  const result = await autocannon({ url, connections, duration: seconds, headers })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  }
}

/** Reads an address again and again, one request at a time; ms of each. */
export async function oneByOne(
  url: string,
  times: number,
  headers: Record<string, string> = {},
): Promise<number[]> {
  const taken: number[] = []
  for (let request = 0; request < times; request++) {
    const began = performance.now()
    await (await fetch(url, { headers })).arrayBuffer()
    taken.push(performance.now() - began)
  }
  return taken
}
