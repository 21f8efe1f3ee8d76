import path from 'node:path'
import { parseArgs } from 'node:util'

/** The checkout, in which the bench is run. */
export const root = process.cwd()

export type Options = {
  json: boolean
  /** Length of one round of load. */
  seconds: number
  rounds: number
  /** Numbers of stories at which pages are measured; null: the edge is measured instead. */
  sizes: readonly number[] | null
  /** Whether newsrooms that an earlier run filled with so many stories are taken as they are. */
  keep: boolean
  dataDir: string
  /** Who changes a story, to see how soon readers have it; null in a data folder of somebody's own. */
  account: { email: string; password: string } | null
}

const sizes = [1000, 10_000, 100_000]
const million = 1_000_000

/**
 * `--json`, `--seconds 5`, `--rounds 3`; `--scale` for how pages fare among more and more stories, `--million` for as
 * many of them, `--most 10000` for fewer, `--keep` with what an earlier run has filled. Without DATA_DIR the bench has a data folder of its own, made on
 * its first run; that of somebody else is read, and changed only with ADMIN_EMAIL and ADMIN_PASSWORD.
 * Stories by the thousand go into a folder of their own only, which is made anew without `--keep`.
 * @throws {Error} for an option that there is not, or that is no number; for `--scale` with DATA_DIR.
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
      scale: { type: 'boolean', default: false },
      million: { type: 'boolean', default: false },
      most: { type: 'string', default: String(million) },
      keep: { type: 'boolean', default: false },
    },
  })
  const own = !env.DATA_DIR
  const scale = values.scale || values.million
  if (scale && !own) throw new Error('--scale fills a data folder of its own: leave DATA_DIR out')
  const most = positive('most', values.most)
  const asked = [...sizes, ...(values.million ? [million] : [])].filter((size) => size <= most)
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = own
    ? { ADMIN_EMAIL: 'bench@example.com', ADMIN_PASSWORD: 'only-for-measuring' }
    : env
  return {
    json: values.json,
    seconds: positive('seconds', values.seconds),
    rounds: positive('rounds', values.rounds),
    sizes: scale ? asked : null,
    keep: values.keep,
    dataDir: path.resolve(
      root,
      env.DATA_DIR || path.join('.build', scale ? 'scale-data' : 'bench-data'),
    ),
    account: email && password ? { email, password } : null,
  }
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new Error(`--${name} must be a whole number above 0, not ${text}`)
}
