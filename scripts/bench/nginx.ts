import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../../edge/free-port.ts'
import { untilAnswers } from '../../edge/renderer/health.ts'
import type { Running } from './servers.ts'

const commands = ['nginx', '/usr/sbin/nginx']

/** Headers that a server says for itself. */
const own = new Set(['date', 'connection', 'keep-alive', 'content-length', 'etag', 'content-type'])

type Answer = { headers: [string, string][]; type: string; body: Buffer }

function answerOf(url: string, coding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': coding } }, async (res) => {
      const chunks: Buffer[] = []
      for await (const chunk of res) chunks.push(chunk)
      const headers: [string, string][] = []
      for (let at = 0; at < res.rawHeaders.length; at += 2)
        headers.push([res.rawHeaders[at] ?? '', res.rawHeaders[at + 1] ?? ''])
      resolve({
        headers: headers.filter(([name]) => !own.has(name.toLowerCase())),
        type: res.headers['content-type'] ?? 'text/html',
        body: Buffer.concat(chunks),
      })
    })
      .once('error', reject)
      .end()
  })
}

const quoted = (value: string) => `"${value.replace(/[\\"$]/g, '\\$&')}"`

/** One file for each page and coding, with the headers that the edge gives it. */
function placeOf(name: string, { headers, type }: Answer): string {
  const lines = headers.map(([header, value]) => `add_header ${header} ${quoted(value)};`)
  return `location = /${name} { default_type ${quoted(type)}; ${lines.join(' ')} }`
}

export type Nginx = Running & {
  /** Where it serves a page in a coding. */
  urlOf(page: string, coding: string): string
  close(): void
}

/**
 * nginx with one worker, serving the very bytes and headers of pages of the edge as static files.
 * @param pages name → address
 * @returns null where there is no nginx
 */
export async function startNginx(pages: Readonly<Record<string, string>>): Promise<Nginx | null> {
  const command = commands.find((name) => spawnSync(name, ['-v']).status === 0)
  if (command === undefined) return null
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-nginx-'))
  const places: string[] = []
  for (const [page, url] of Object.entries(pages))
    for (const coding of ['br', 'gzip']) {
      const answer = await answerOf(url, coding)
      writeFileSync(path.join(folder, `${page}-${coding}`), answer.body)
      places.push(placeOf(`${page}-${coding}`, answer))
    }
  const port = await freePort()
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; error_log ${folder}/error.log; pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on;
  keepalive_requests 1000000000; open_file_cache max=100; types { }
  server { listen 127.0.0.1:${port} backlog=1024; root ${folder}; ${places.join('\n')} }
}`,
  )
  // Its worker is another user when it is started by root.
  chmodSync(folder, 0o755)
  const child: ChildProcess = spawn(command, ['-c', path.join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  })
  const origin = `http://127.0.0.1:${port}`
  if (!(await untilAnswers(origin, '', 5000, new AbortController().signal)))
    throw new Error(`nginx did not come up: see ${folder}/error.log`)
  return {
    origin,
    process: child,
    urlOf: (page, coding) => `${origin}/${page}-${coding}`,
    close: () => {
      child.once('exit', () => rmSync(folder, { recursive: true, force: true }))
      child.kill('SIGTERM')
    },
  }
}
