import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { doorkeeper } from './key.ts'

export type SpawnOptions = {
  root: string
  mode: 'production' | 'development'
  port: number
  origin: string
  /** What requests must carry (`key.ts`). */
  key: string
  databaseUrl: string
  dataDir: string
  secret: string
  siteUrl: string
  /** Origin of the newsroom where it is not the site's. */
  adminUrl?: string | undefined
  /** Whether anybody may read through the REST API; off unless told. */
  publicApi?: boolean | undefined
  /** Further variables. */
  environment?: Readonly<Record<string, string>>
}

/** ms that it waits for its database, for a connection and for each answer. */
const databasePatience = 15_000

/**
 * Payload 3 reads side by side on the one connection of a transaction; pg queues that, and warns that its
 * version 9 will not. Payload pins pg 8, and nobody who runs the portal can do anything about it.
 */
export const quietPg = '--disable-warning=DeprecationWarning'

/**
 * `--import` of Node: imported into the renderer before anything else: it ends when the channel to the edge closes, even
 * when the edge was killed and could not say so. As a data: URL it needs no file beside the bundle.
 */
export const lifeline = `data:text/javascript,${encodeURIComponent(
  'if(process.channel)process.once("disconnect",()=>process.exit(0))',
)}`

/** Starts Next as a child process on a loopback port. Its output comes through pipes. */
export function spawnRenderer(options: SpawnOptions): ChildProcess {
  const { root, mode, port } = options
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const command =
    mode === 'production'
      ? ['start', '--hostname', '127.0.0.1', '--port', `${port}`, '--keepAliveTimeout', '65000']
      : ['dev', '--hostname', '127.0.0.1', '--port', `${port}`]
  return fork(next, command, {
    cwd: root,
    env: environment(options),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C in a terminal goes to the whole group: the edge alone decides when the renderer ends.
    detached: true,
  })
}

function environment(options: SpawnOptions): NodeJS.ProcessEnv {
  const inherited = { ...process.env }
  // Colour is chosen by what these say, even when the output is no terminal.
  delete inherited.FORCE_COLOR
  delete inherited.NODE_CHANNEL_FD
  const nodeOptions = [
    process.env.NODE_OPTIONS ?? '',
    '--max-http-header-size=131072',
    quietPg,
    `--import=${lifeline}`,
    `--import=${doorkeeper}`,
    // Packages are not bundled then; on Node 20, Lexical's modules for Node may never load (`scripts/start/bundle.mjs`).
    ...(options.mode === 'development' ? ['--conditions=development'] : []),
  ]
  return {
    ...inherited,
    ...options.environment,
    NODE_ENV: options.mode,
    NODE_OPTIONS: nodeOptions.join(' ').trim(),
    DATABASE_URL: options.databaseUrl,
    DATABASE_PATIENCE_MS: process.env.DATABASE_PATIENCE_MS ?? `${databasePatience}`,
    DATA_DIR: options.dataDir,
    PAYLOAD_SECRET: options.secret,
    SITE_URL: options.siteUrl,
    ADMIN_URL: options.adminUrl ?? options.siteUrl,
    PUBLIC_API: options.publicApi ? 'on' : 'off',
    RENDERER_ORIGIN: options.origin,
    RENDERER_KEY: options.key,
    PORT: `${options.port}`,
    HOSTNAME: '127.0.0.1',
    NEXT_TELEMETRY_DISABLED: '1',
    // Node 22 and later keep compiled code there: the next start comes up sooner.
    NODE_COMPILE_CACHE: path.join(options.root, '.build', 'compile-cache'),
    NO_COLOR: '1',
    // glibc alone reads it: by default each thread that works on pictures keeps memory of its own, and
    // 200 drawings made the process 100 MB larger than with two such stores.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
  }
}
