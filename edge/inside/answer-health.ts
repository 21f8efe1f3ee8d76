import type { ServerResponse } from 'node:http'
import type { Readiness } from './readiness.ts'

const head = (type: string, length: number): string[] => [
  'Content-Type',
  type,
  'Content-Length',
  String(length),
  'Cache-Control',
  'no-store',
  'X-Content-Type-Options',
  'nosniff',
]

/** `/healthz`: this process answers. Whoever restarts processes asks it. */
export function answerLive(res: ServerResponse): void {
  const body = 'ok\n'
  res.writeHead(200, head('text/plain; charset=utf-8', body.length)).end(body)
}

/** `/readyz`: 200, or 503 with what is missing. Kept pages are served either way. */
export async function answerReady(res: ServerResponse, readiness: Readiness): Promise<void> {
  const unready = await readiness()
  const isReady = unready.length === 0
  const body = `${JSON.stringify({ ready: isReady, unready })}\n`
  const type = 'application/json; charset=utf-8'
  res.writeHead(isReady ? 200 : 503, head(type, Buffer.byteLength(body))).end(body)
}
