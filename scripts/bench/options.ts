import path from 'node:path'
import { parseArgs } from 'node:util'

export const root = path.join(import.meta.dirname, '..', '..')

export type Options = {
  json: boolean
  /** Length of one round of load. */
  seconds: number
  rounds: number
  dataDir: string
  /** Who changes a story, to see how soon readers have it; null in a data folder of somebody's own. */
  account: { email: string; password: string } | null
}

/**
 * `--json`, `--seconds 5`, `--rounds 3`. Without DATA_DIR the bench has a data folder of its own, made on
 * its first run; that of somebody else is read, and changed only with ADMIN_EMAIL and ADMIN_PASSWORD.
 * @throws {Error} for an option that there is not, or that is no number.
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
    },
  })
  const own = !env.DATA_DIR
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = own
    ? { ADMIN_EMAIL: 'bench@example.com', ADMIN_PASSWORD: 'only-for-measuring' }
    : env
  return {
    json: values.json,
    seconds: positive('seconds', values.seconds),
    rounds: positive('rounds', values.rounds),
    dataDir: path.resolve(root, env.DATA_DIR || path.join('.build', 'bench-data')),
    account: email && password ? { email, password } : null,
  }
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new Error(`--${name} must be a whole number above 0, not ${text}`)
}
