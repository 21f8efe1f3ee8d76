import type pg from 'pg'
import type { Sent } from './statements.ts'

/** A step of a plan as it was carried out (EXPLAIN, FORMAT JSON). */
export type Step = {
  type: string
  /** The table that it reads; null where it works on what other steps give. */
  table: string | null
  /** That it gave or threw away, in all its rounds. */
  rows: number
}

type Node = Readonly<Record<string, unknown>> & { Plans?: readonly Node[] }

const literal = (value: unknown): string => {
  if (value === null) return 'null'
  if (typeof value === 'number') return String(value)
  return `'${(Array.isArray(value) ? `{${value.join(',')}}` : String(value)).replaceAll("'", "''")}'`
}

function stepsOf(node: Node): Step[] {
  const { 'Node Type': type, 'Relation Name': table, Plans: below = [] } = node
  const number = (name: string) => Number(node[name] ?? 0)
  const given = number('Actual Rows') + number('Rows Removed by Filter')
  const rows = given * number('Actual Loops')
  const step = { type: String(type), table: typeof table === 'string' ? table : null, rows }
  return [step, ...below.flatMap(stepsOf)]
}

/**
 * Carries out a statement and says how: planned for these values, or once for whatever may come, as PostgreSQL does after
 * a few times.
 */
export async function stepsTaken(
  client: pg.Client,
  { text, values }: Sent,
  planned: 'force_custom_plan' | 'force_generic_plan',
): Promise<Step[]> {
  await client.query(`set plan_cache_mode = ${planned}`)
  await client.query(`prepare looked_at as ${text}`)
  try {
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await client.query(`explain (analyze, format json) execute looked_at ${given}`)
    return stepsOf(rows[0]['QUERY PLAN'][0].Plan)
  } finally {
    await client.query('deallocate looked_at')
    await client.query('reset plan_cache_mode')
  }
}
