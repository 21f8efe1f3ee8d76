import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { Pool } from 'undici'
import { type EdgeOptions, makeEdge } from '../../../edge/edge.ts'
import { createEdgeServer } from '../../../edge/http/server.ts'
import { Unavailable } from '../../../edge/render/gate.ts'
import type { Certificate } from '../../../edge/tls/certificate.ts'
import { type AnswerNote, encodeAnswerNote } from '../../../lib/answer-note.ts'

export type Handler = (req: IncomingMessage, res: ServerResponse) => void

/** A page as Next would send it, with its note. */
export function nextPage(body: string, note: AnswerNote): string {
  const content = encodeAnswerNote(note).replace(/&/g, '&amp;').replace(/"/g, '&quot;')
  return `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><meta name="portal:answer" content="${content}"/><script src="/_next/a.js"></script></head><body>${body}</body></html>`
}

export const sendHtml = (res: ServerResponse, html: string, status = 200): void => {
  res
    .writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': 'a=b' })
    .end(html)
}

async function listening(server: Server, protocol = 'http'): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** An edge before a renderer that is a small server of the test, with a checkout of its own. */
export async function openEdge(
  options: Partial<EdgeOptions> = {},
  certificate: Certificate | null = null,
) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'edge-'))
  const root = path.join(folder, 'root')
  const files: Record<string, string> = {
    'root/public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    'root/.next/static/chunks/a.js': `/* ${'a'.repeat(1000)} */`,
    'root/.build/enhance/portal-1a2b3c4d.js': 'export {}',
    'root/.build/enhance/live-1a2b3c4d.css': '.live{}',
    'root/.build/enhance/manifest.json': '{}',
    'root/.build/assets/earlier/static/chunks/old.css': '.a{}',
    'root/.build/assets/earlier/enhance/portal-0a0b0c0d.js': 'export {}',
    'root/.build/assets/half.new/static/chunks/half.css': '.a{}',
    'data/media/1-abc/wide-640.jpg': '0123456789',
    'data/media/1-abc/film.mp4': '0123456789',
    'data/media/1-abc/captions-en-0a1b2c3d4e5f.vtt': 'WEBVTT',
    'data/secrets.json': 'secret',
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  cpSync(path.resolve(import.meta.dirname, '../../../messages'), path.join(root, 'messages'), {
    recursive: true,
  })

  const state = {
    handler: ((_req, res) => res.end()) as Handler,
    up: true,
    renders: [] as string[],
  }
  const renderer = createServer((req, res) => {
    state.renders.push(`${req.method} ${req.url}`)
    state.handler(req, res)
  })
  const origin = await listening(renderer)
  const pool = new Pool(origin, { connections: 32 })
  const upstream = {
    origin,
    key: '',
    dispatcher: async () => {
      if (!state.up) throw new Unavailable('The renderer is down')
      return pool
    },
  }
  const edge = makeEdge({
    root,
    dataDir: path.join(folder, 'data'),
    siteUrl: 'https://portal.example',
    mode: 'production',
    upstream,
    log: pino({ level: 'silent' }),
    ...options,
  })
  const server = createEdgeServer(edge, certificate)
  const url = await listening(server, certificate ? 'https' : 'http')
  const close = async () => {
    server.closeAllConnections()
    await Promise.all([
      new Promise((resolve) => server.close(resolve)),
      new Promise((resolve) => {
        renderer.closeAllConnections()
        renderer.close(resolve)
      }),
      pool.destroy(),
    ])
    rmSync(folder, { recursive: true })
  }
  return {
    url,
    server,
    edge,
    /** For other processes of the same edge. */
    place: { root, dataDir: path.join(folder, 'data'), renderer: { origin, key: '' } },
    state,
    close,
    ask: (target: string, options?: AskOptions) => ask(url, target, options),
  }
}

export type AskOptions = {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}
export type Told = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }

/** A request as it is, without what a friendlier client would normalise. */
export function ask(url: string, target: string, options: AskOptions = {}): Promise<Told> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const req = request(
      {
        hostname,
        port,
        path: target,
        method: options.method ?? 'GET',
        headers: options.headers,
        agent: false,
      },
      async (res) => {
        const chunks: Buffer[] = []
        try {
          for await (const chunk of res) chunks.push(chunk)
        } catch (error) {
          reject(error)
        }
        const body = Buffer.concat(chunks)
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body, text: body.toString() })
      },
    )
    req.once('error', reject)
    req.end(options.body)
  })
}
