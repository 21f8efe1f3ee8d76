import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { type EdgeStatus, edgeStatus, statusVariables } from '../../lib/edge-status.ts'
import { adapterOf } from '../database.ts'

/** What the page about the portal shows. */
export type Status = {
  /** Null when the edge gives no answer: the portal is ending, or this is not its renderer. */
  edge: EdgeStatus | null
  /** What the database holds for edges. */
  outbox: { written: number; scheduled: number; nextAt: Date | null }
  websub: { waiting: number; failing: number }
  /** Of the pages; null when they are not built. */
  build: string | null
  versions: { name: string; version: string }[]
}

/** ms for an answer from the same machine. */
const patience = 1500

/** @throws {Error} of the database. */
export async function readStatus(payload: Payload): Promise<Status> {
  const [edge, rows, build, versions] = await Promise.all([
    askEdge(),
    askDatabase(payload),
    readBuild(),
    readVersions(),
  ])
  return {
    edge,
    outbox: {
      written: Number(rows.written ?? 0),
      scheduled: Number(rows.scheduled),
      nextAt: rows.next_at === null ? null : new Date(rows.next_at),
    },
    websub: { waiting: Number(rows.pings), failing: Number(rows.failing) },
    build,
    versions: [...versions, { name: 'PostgreSQL', version: rows.version }],
  }
}

async function askEdge(): Promise<EdgeStatus | null> {
  const url = process.env[statusVariables.url]
  const secret = process.env[statusVariables.secret]
  if (!url || !secret) return null
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(patience),
      cache: 'no-store',
    })
    return edgeStatus.parse(await answer.json())
  } catch {
    // The page says so, and shows what else is known.
    return null
  }
}

type Row = {
  written: string | null
  scheduled: string
  next_at: string | null
  pings: string
  failing: string
  version: string
}

async function askDatabase(payload: Payload): Promise<Row> {
  const { rows } = await adapterOf(payload).drizzle.execute<Row>(sql`
    select
      (select max(seq) from outbox) as written,
      (select count(*) from outbox where due_at > now()) as scheduled,
      (select min(due_at) from outbox where due_at > now()) as next_at,
      (select count(*) from websub_pings) as pings,
      (select count(*) from websub_pings where attempts > 0) as failing,
      current_setting('server_version') as version`)
  const [row] = rows
  if (!row) throw new Error('The database gave no status')
  return row
}

const readBuild = (): Promise<string | null> =>
  readFile(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').then(
    (id) => id.trim(),
    () => null,
  )

async function readVersions(): Promise<Status['versions']> {
  const of = async (name: string, title: string) => {
    const file = path.join(process.cwd(), 'node_modules', name, 'package.json')
    const { version }: { version: string } = JSON.parse(await readFile(file, 'utf8'))
    return { name: title, version }
  }
  return [
    { name: 'Node', version: process.versions.node },
    await of('next', 'Next'),
    await of('payload', 'Payload'),
  ]
}
