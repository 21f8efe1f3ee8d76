import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../edge/free-port.ts'
import { untilAnswers } from '../../edge/renderer/health.ts'
import { newKey } from '../../edge/renderer/key.ts'
import { spawnRenderer } from '../../edge/renderer/spawn.ts'
import { keyHeader } from '../../lib/renderer-key.ts'
import { secretsOf } from '../../lib/secrets.ts'
import { type Options, root } from './options.ts'

/** A server under load. */
export type Running = { origin: string; process: ChildProcess }

/** Starts the portal as `npm start` does, with some settings of its own. @throws {Error} when it ends before it is open. */
export async function startPortal(
  { dataDir, account }: Pick<Options, 'dataDir' | 'account'>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      SITE_URL: '',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      ...settings,
      ...(account && { ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let open = false
  child.stdout.on('data', (chunk: Buffer) => {
    open ||= chunk.includes('Readers ')
    if (!open) process.stderr.write(chunk)
  })
  while (!open) {
    if (child.exitCode !== null) throw new Error('The portal ended before it was open')
    await pause(50)
  }
  return { origin: `http://localhost:${port}`, process: child }
}

/** The database of the portal that runs on a data folder. */
export function databaseUrlOf(dataDir: string): string {
  const running: { databaseUrl: string } = JSON.parse(
    readFileSync(path.join(dataDir, 'running.json'), 'utf8'),
  )
  return running.databaseUrl
}

/** A renderer without an edge before it. It takes requests with these headers alone, which are the edge's. */
export type Renderer = Running & { headers: Record<string, string> }

/** Starts one on the database of the running portal. */
export async function startRenderer(dataDir: string): Promise<Renderer> {
  const key = newKey()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawnRenderer({
    root,
    mode: 'production',
    port,
    origin,
    key,
    databaseUrl: databaseUrlOf(dataDir),
    dataDir,
    secret: secretsOf(dataDir).payloadSecret,
    siteUrl: origin,
  })
  const { signal } = new AbortController()
  if (!(await untilAnswers(origin, key, 30_000, signal)))
    throw new Error('The renderer did not come up')
  return { origin, process: child, headers: { [keyHeader]: key } }
}
