import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Launched } from './processes.ts'

export type Reply = { status: number; headers: NodeJS.Dict<string | string[]>; text: string }

/** One request; a connection that breaks counts as status 0. */
export function read(url: string, agent?: Agent): Promise<Reply> {
  return new Promise((resolve) => {
    const broken = () => resolve({ status: 0, headers: {}, text: '' })
    const asked = request(url, { agent: agent ?? false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
      )
      answer.once('error', broken)
    })
    asked.once('error', broken)
    asked.end()
  })
}

/** Reads kept pages all the time, one after the other. */
export function keepReading(urls: readonly string[]) {
  const agent = new Agent({ keepAlive: true })
  let isOver = false
  let count = 0
  const others: string[] = []
  const reading = (async () => {
    while (!isOver) {
      for (const url of urls) {
        const { status } = await read(url, agent)
        count++
        if (status !== 200) others.push(`${status} ${url}`)
      }
      await pause(5)
    }
    agent.destroy()
  })()
  return {
    /** Answers so far. */
    count: () => count,
    /** Those that were not 200. */
    others,
    end: () => {
      isOver = true
      return reading
    },
  }
}

/** Tries until it is so. @throws {Error} with what was seen last, after so many ms. */
export async function until<T>(
  look: () => Promise<T> | T,
  isRight: (seen: T) => boolean,
  ms = 45_000,
): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const seen = await look()
    if (isRight(seen)) return seen
    if (Date.now() > end) throw new Error(`It did not come about: ${JSON.stringify(seen)}`)
    await pause(50)
  }
}

/** Process id of the renderer that came up last. */
export function rendererOf({ output }: Pick<Launched, 'output'>): number {
  const pids = [...output().matchAll(/"pid":(\d+)[^\n]*"msg":"the renderer is up"/g)]
  const pid = Number(pids.at(-1)?.[1])
  if (!pid) throw new Error(`No renderer came up:\n${output()}`)
  return pid
}

export function databaseUrlOf(dataDir: string): string {
  const running = readFileSync(join(dataDir, 'running.json'), 'utf8')
  const { databaseUrl }: { databaseUrl: string } = JSON.parse(running)
  return databaseUrl
}

/** Does something with a connection to the portal's database. */
export async function withDatabase<T>(
  dataDir: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrlOf(dataDir) })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Value of a metric whose line begins so; 0 when it is not there. */
export async function metric(url: string, name: string): Promise<number> {
  const { text } = await read(`${url}/metrics`)
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.slice(name.length) ?? 0)
}
