import type { Logger } from 'pino'
import { z } from 'zod'

/** What of a page was refused; by whom and for which reader is not asked. */
export type Violation = { directive: string; blocked: string }

/** Directives of the portal's policies (CSP Level 3, 6; Trusted Types); others are counted as one. */
const directives = new Set([
  'base-uri',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-ancestors',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'require-trusted-types-for',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src',
  'style-src-attr',
  'style-src-elem',
  'trusted-types',
])

const report = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
    'blocked-uri': z.string().optional(),
  }),
})

/**
 * Reads a report as browsers send it to `report-uri` (CSP Level 3, 5.3); null for anything else. Of
 * addresses only the origin is read: paths and queries may say who reads what.
 */
export function readViolation(body: string): Violation | null {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return null
  }
  const read = report.safeParse(json)
  if (!read.success) return null
  const said = read.data['csp-report']
  const [name = ''] = (said['effective-directive'] ?? said['violated-directive'] ?? '').split(' ')
  const uri = said['blocked-uri'] ?? ''
  return { directive: directives.has(name) ? name : 'other', blocked: originOf(uri) }
}

const keyword = /^(?:inline|eval|wasm-eval|data|blob|self|trusted-types-(?:sink|policy))$/

function originOf(uri: string): string {
  if (keyword.test(uri)) return uri
  const url = URL.canParse(uri) ? new URL(uri) : null
  return url && /^https?:$/.test(url.protocol) ? url.origin.slice(0, 100) : 'other'
}

/** ms between two lines about the same directive. */
const quiet = 60_000

/** Counts by directive, in as many counters as there are directives; one line a minute for each. */
export class Violations {
  private readonly kinds = new Map<string, { unsaid: number; quietUntil: number }>()
  private readonly log: Logger
  private readonly now: () => number

  constructor(log: Logger, now: () => number = () => performance.now()) {
    this.log = log
    this.now = now
  }

  add({ directive, blocked }: Violation): void {
    const at = this.now()
    const kind = this.kinds.get(directive) ?? { unsaid: 0, quietUntil: 0 }
    this.kinds.set(directive, kind)
    if (at < kind.quietUntil) {
      kind.unsaid++
      return
    }
    this.log.warn({ directive, blocked, unsaid: kind.unsaid }, 'a policy refused part of a page')
    kind.unsaid = 0
    kind.quietUntil = at + quiet
  }
}
