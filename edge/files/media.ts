import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { conditionsOf, isSameAs, outcomeOf, refuseCondition } from '../http/conditions.ts'
import { commonHeaders } from '../http/security-headers.ts'
import { immutable } from './asset-folder.ts'
import { typeOf } from './content-types.ts'
import { rangeOf } from './range.ts'

/** `/media/12-9f8e7d6c/wide-640.avif`, as lib/pictures.ts and lib/recordings.ts write them. */
const rendition =
  /^\/media\/([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*\.(?:avif|jpe?g|m4a|mp3|mp4|ogg|png|vtt|webm|webp))$/

/** The file of a rendition's address; null when it is no such address: no path of a request is joined unread. */
export function mediaFile(folder: string, address: string): string | null {
  const [, stem, name] = rendition.exec(address) ?? []
  return stem && name ? path.join(folder, stem, name) : null
}

/**
 * Streams a picture or recording (GET or HEAD) with Range and conditions. Its address changes when it does, so it
 * is immutable. Shown by other sites too: feeds and social cards embed it.
 * @returns false when there is no such file; nothing was sent then.
 */
export async function sendMedia(
  req: IncomingMessage,
  res: ServerResponse,
  file: string,
  https: boolean,
): Promise<boolean> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (!handle) return false
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) return false
    await sendOpened(req, res, handle, { file, size: facts.size, mtimeMs: facts.mtimeMs, https })
    return true
  } finally {
    await handle.close()
  }
}

async function sendOpened(
  req: IncomingMessage,
  res: ServerResponse,
  handle: FileHandle,
  facts: { file: string; size: number; mtimeMs: number; https: boolean },
): Promise<void> {
  const { size } = facts
  const etag = `"${size.toString(36)}-${Math.floor(facts.mtimeMs).toString(36)}"`
  const modifiedAt = Math.floor(facts.mtimeMs / 1000) * 1000
  const validators = { etag, modifiedAt }
  const head = headOf(facts.file, validators, facts.https)
  const outcome = outcomeOf(conditionsOf(req.headers), validators)
  if (outcome === 'failed') return refuseCondition(res, etag)
  if (outcome === 'unchanged') {
    res.writeHead(304, head).end()
    return
  }
  const isRange = req.method === 'GET' && isSameAs(req.headers['if-range'], validators)
  const range = isRange ? rangeOf(req.headers.range, size) : null
  if (range === 'unsatisfiable') {
    res.writeHead(416, [...head, 'Content-Range', `bytes */${size}`, 'Content-Length', '0']).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  head.push('Content-Length', String(end - start + 1))
  if (range) head.push('Content-Range', `bytes ${start}-${end}/${size}`)
  res.writeHead(range ? 206 : 200, head)
  if (req.method === 'HEAD' || size === 0) res.end()
  else await pipeline(handle.createReadStream({ start, end, autoClose: false }), res)
}

const headOf = (
  file: string,
  { etag, modifiedAt }: { etag: string; modifiedAt: number },
  https: boolean,
): string[] => [
  'Content-Type',
  typeOf(file) ?? 'application/octet-stream',
  'Cache-Control',
  immutable,
  'ETag',
  etag,
  'Last-Modified',
  new Date(modifiedAt).toUTCString(),
  'Accept-Ranges',
  'bytes',
  'Content-Security-Policy',
  "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy',
  'cross-origin',
  ...commonHeaders(https),
]
