import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { isTrustable, listOf } from './proxies.ts'
import { mostWorkers } from './workers.ts'

/** What an operator decides. Read once, at the start; every part gets what it needs handed down. */
export type Settings = {
  /** TCP port that readers come to. */
  port: number
  /** Address that the edge listens on. */
  host: string
  /** Origin (scheme, name, port) that readers see, without a path or a trailing slash. */
  siteUrl: string
  /** A PostgreSQL of your own; null for the embedded one. */
  databaseUrl: string | null
  /** Absolute path: database, uploads, generated secrets. */
  dataDir: string
  /** Signs sessions; null when it is to be generated and kept in `dataDir`. */
  secret: string | null
  logLevel: (typeof logLevels)[number]
  /** The first account of the newsroom; null when it is made in the browser. */
  admin: { email: string; password: string } | null
  /** Memory for kept pages, bytes. */
  cacheBytes: number
  /** Processes that answer readers; null when the number of cores decides. */
  workers: number | null
  /** Proxies whose X-Forwarded-For is believed: addresses, CIDR blocks, names of proxy-addr. */
  trustProxy: readonly string[]
  /** Absolute paths of PEM files; null when TLS is not spoken here. */
  tls: { cert: string; key: string } | null
  /** Where metrics are served; null when they are not. */
  metrics: { host: string; port: number } | null
  /** Port for plain HTTP, which leads to https; null: none. */
  plainPort: number | null
  /**
   * The newsroom's own origin, and where it listens: null at the readers' port, told apart by the name. Null when it
   * shares the readers' origin.
   */
  newsroom: { url: string; address: { host: string; port: number } | null } | null
  /** Whether anybody may read what is published through the newsroom's REST API. */
  publicApi: boolean
}

export type SettingsProblem = { variable: string; problem: string; example: string }

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/**
 * Only this machine reaches the portal until its operator says otherwise: whoever opens `/admin` first
 * makes the first account, and that must not be a stranger on the network. By number rather than as
 * `localhost`, which some machines resolve to `::1` alone; browsers try both for `http://localhost`.
 */
const defaultHost = '127.0.0.1'

const examples = {
  PORT: '3000',
  HOST: '0.0.0.0',
  SITE_URL: 'https://www.example.com',
  DATABASE_URL: 'postgres://user:password@db.example.com:5432/portal',
  DATA_DIR: '/var/lib/portal',
  PAYLOAD_SECRET: 'the output of: openssl rand -hex 32',
  LOG_LEVEL: 'info',
  ADMIN_EMAIL: 'editor@example.com',
  ADMIN_PASSWORD: 'at least twelve characters',
  CACHE_MB: '256',
  EDGE_WORKERS: '3',
  TRUST_PROXY: 'loopback, 10.0.0.0/8',
  TLS_CERT: '/etc/letsencrypt/live/www.example.com/fullchain.pem',
  TLS_KEY: '/etc/letsencrypt/live/www.example.com/privkey.pem',
  HTTP_PORT: '80',
  METRICS_PORT: '9464',
  METRICS_HOST: '127.0.0.1',
  PUBLIC_API: 'on',
  ADMIN_PORT: '3001',
  ADMIN_HOST: '127.0.0.1',
  ADMIN_URL: 'https://desk.example.com',
} as const
type Variable = keyof typeof examples

const wholeNumber = (least: number, most: number) => {
  const problem = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, problem)
    .transform(Number)
    .refine((value) => value >= least && value <= most, problem)
}

const siteUrl = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  const problem =
    url === null || !['http:', 'https:'].includes(url.protocol)
      ? 'must begin with http:// or https:// and name a host'
      : url.pathname !== '/' || url.search || url.hash
        ? 'must be scheme, host and port alone, without a path'
        : url.username || url.password
          ? 'must not hold a user name or password'
          : null
  if (problem === null && url) return url.origin
  context.addIssue({ code: 'custom', message: problem ?? '' })
  return z.NEVER
})

const isPostgres = (value: string): boolean =>
  URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol)

const host = z
  .string()
  .regex(/^[\w.:-]+$/, 'must be an address or a host name, without scheme and port')
  .default(defaultHost)

const schema = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: host,
  SITE_URL: siteUrl.optional(),
  DATABASE_URL: z
    .string()
    .refine(isPostgres, 'must begin with postgres:// or postgresql:// and be a complete address')
    .optional(),
  DATA_DIR: z.string().default('data'),
  PAYLOAD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  CACHE_MB: wholeNumber(8, 1_048_576).default(256),
  EDGE_WORKERS: wholeNumber(1, 64).optional(),
  TRUST_PROXY: z
    .string()
    .transform(listOf)
    .refine(
      (names) => names.every(isTrustable),
      'must be a comma list of addresses, CIDR blocks, and loopback, linklocal or uniquelocal',
    )
    .default([]),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  HTTP_PORT: wholeNumber(1, 65_535).optional(),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  METRICS_HOST: host,
  ADMIN_PORT: wholeNumber(1, 65_535).optional(),
  ADMIN_HOST: host.optional(),
  ADMIN_URL: siteUrl.optional(),
  PUBLIC_API: z.enum(['on', 'off'], 'must be on or off').default('off'),
}) satisfies z.ZodType<unknown, Partial<Record<Variable, string>>>

/** What is given together or not at all. */
const pairs: readonly (readonly [Variable, Variable, string])[] = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD', 'the first account needs both an address and a password'],
  ['TLS_CERT', 'TLS_KEY', 'TLS needs both a certificate and its key'],
]

/**
 * Reads the settings from the environment; an empty variable counts as absent. Pure: touches neither
 * files nor the process. Every wrong variable is reported, not only the first.
 * @param root The checkout, which a relative `DATA_DIR` starts from.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): { settings: Settings } | { problems: SettingsProblem[] } {
  const given = Object.fromEntries(
    Object.keys(examples).flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])),
  )
  const parsed = schema.safeParse(given)
  const problems = parsed.success ? [] : parsed.error.issues.map(problemOf)
  for (const [one, other, reason] of pairs) {
    if (one in given === other in given) continue
    const variable = one in given ? other : one
    problems.push({
      variable,
      problem: `must be given too: ${reason}`,
      example: examples[variable],
    })
  }
  if (!parsed.success || problems.length > 0) return { problems }
  const settings = settingsOf(parsed.data, root)
  const clash = clashOf(settings)
  return clash ? { problems: [clash] } : { settings }
}

/** What does not go together, though each is right by itself. */
function clashOf(settings: Settings): SettingsProblem | null {
  const { port, siteUrl, newsroom, plainPort, tls, workers, cacheBytes } = settings
  const clash = (variable: Variable, problem: string) => ({
    variable,
    problem,
    example: examples[variable],
  })
  // A newsroom at the readers' own port or origin would be no other place.
  if (newsroom?.address?.port === port) return clash('ADMIN_PORT', 'must differ from PORT')
  if (newsroom?.url === siteUrl) return clash('ADMIN_URL', 'must differ from SITE_URL')
  if (newsroom && !newsroom.address && nameOf(newsroom.url) === nameOf(siteUrl))
    return clash('ADMIN_URL', 'must name another host than SITE_URL, or come with ADMIN_PORT')
  const most = mostWorkers(cacheBytes)
  const shares = `with CACHE_MB=${cacheBytes / 1024 / 1024}: each needs a share of its half`
  if (workers !== null && workers > most)
    return { ...clash('EDGE_WORKERS', `must be at most ${most} ${shares}`), example: `${most}` }
  if (plainPort === null) return null
  if (tls === null) return clash('HTTP_PORT', 'leads to https: it needs TLS_CERT and TLS_KEY')
  if (!siteUrl.startsWith('https:'))
    return clash('SITE_URL', 'must begin with https:// where HTTP_PORT leads there')
  if (plainPort === port || plainPort === newsroom?.address?.port)
    return clash('HTTP_PORT', 'must differ from PORT and ADMIN_PORT')
  return null
}

const nameOf = (url: string): string => new URL(url).hostname

/** The origin of the newsroom unless told: the site's, at the newsroom's port. */
function atPort(siteUrl: string, port: number): string {
  const url = new URL(siteUrl)
  url.port = String(port)
  return url.origin
}

function settingsOf(read: z.infer<typeof schema>, root: string): Settings {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, TLS_CERT: cert, TLS_KEY: key } = read
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(root, path))
  const tls =
    cert !== undefined && key !== undefined ? { cert: absolute(cert), key: absolute(key) } : null
  const siteUrl = read.SITE_URL ?? `${tls ? 'https' : 'http'}://localhost:${read.PORT}`
  return {
    port: read.PORT,
    host: read.HOST,
    siteUrl,
    databaseUrl: read.DATABASE_URL ?? null,
    dataDir: absolute(read.DATA_DIR),
    secret: read.PAYLOAD_SECRET ?? null,
    logLevel: read.LOG_LEVEL,
    admin: email !== undefined && password !== undefined ? { email, password } : null,
    cacheBytes: read.CACHE_MB * 1024 * 1024,
    workers: read.EDGE_WORKERS ?? null,
    trustProxy: read.TRUST_PROXY,
    tls,
    metrics:
      read.METRICS_PORT === undefined ? null : { host: read.METRICS_HOST, port: read.METRICS_PORT },
    plainPort: read.HTTP_PORT ?? null,
    newsroom: newsroomOf(read, siteUrl),
    publicApi: read.PUBLIC_API === 'on',
  }
}

function newsroomOf(
  { ADMIN_URL: url, ADMIN_PORT: port, ADMIN_HOST: host, HOST }: z.infer<typeof schema>,
  siteUrl: string,
): Settings['newsroom'] {
  if (port !== undefined)
    return { url: url ?? atPort(siteUrl, port), address: { host: host ?? HOST, port } }
  return url === undefined ? null : { url, address: null }
}

function problemOf(issue: { path: PropertyKey[]; message: string }): SettingsProblem {
  const variable = String(issue.path[0])
  return { variable, problem: issue.message, example: examples[variable as Variable] }
}
