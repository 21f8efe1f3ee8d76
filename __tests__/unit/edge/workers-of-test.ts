import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { openWorkers } from '../../../edge/cluster/open-workers.ts'
import type { CertificateFiles } from '../../../edge/tls/certificate.ts'
import { readCertificate } from '../../../edge/tls/certificate.ts'
import { openEdge } from './fake-renderer.ts'

/** Makes the file that workers run, as the start does. @returns what takes it away again, too */
export async function workerProgram(): Promise<{ program: string; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'worker-'))
  const program = path.join(folder, 'worker.mjs')
  await build({
    entryPoints: [path.resolve('scripts/start/worker.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
  })
  await stop()
  return { program, remove: () => rmSync(folder, { recursive: true }) }
}

/** An edge of the test, and beside its own port one with two workers behind it. */
export async function openWithWorkers(
  program: string,
  tls: CertificateFiles | null = null,
  port = 0,
) {
  const opened = await openEdge()
  const { edge, place } = opened
  const entrance = await openWorkers(
    edge,
    {
      ...{ root: place.root, dataDir: place.dataDir, log: edge.log },
      ...{
        host: '127.0.0.1',
        port,
        siteUrl: 'https://portal.example',
        mode: 'production' as const,
      },
      ...{ workers: { count: 2, program }, cacheBytes: 64 * 1024 * 1024 },
      renderer: () => place.renderer,
    },
    tls && readCertificate(tls),
  ).catch(async (error) => {
    await opened.close()
    throw error
  })
  await entrance.ready
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${entrance.port}`
  return {
    ...opened,
    entrance,
    here: opened.url,
    url,
    /** A change, as the outbox tells it. */
    purge(keys: readonly string[], urgent = false) {
      edge.cache.purge(keys, urgent)
      entrance.purge(keys, urgent)
    },
    close: async () => {
      await entrance.close(1000)
      await opened.close()
    },
  }
}

export type Told = { status: number; headers: IncomingHttpHeaders; text: string }

/** A reader who stays on one connection, and so at one worker. */
export function reader(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const read = (
    target: string,
    options: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Told> =>
    new Promise((resolve, reject) => {
      const { body, ...rest } = options
      const req = request(url + target, { agent, ...rest }, async (res) => {
        let text = ''
        res.setEncoding('utf8')
        try {
          for await (const chunk of res) text += chunk
        } catch (error) {
          reject(error)
        }
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text })
      })
      req.once('error', reject)
      req.end(body)
    })
  return { read, leave: () => agent.destroy() }
}
