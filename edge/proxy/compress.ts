import type { Transform } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { isCompressible } from '../files/content-types.ts'
import { codingFor } from '../http/codings.ts'

export type Compression = { coding: 'br' | 'gzip'; stream: Transform }

/**
 * How to compress an answer of the newsroom on its way: each chunk goes out when it comes, since pages
 * of the newsroom are streamed. Null when that is done already, saves nothing, or is not asked for.
 */
export function compressionFor(
  acceptEncoding: string | undefined,
  answer: { status: number; header: (name: string) => string | undefined },
): Compression | null {
  const type = answer.header('content-type') ?? ''
  const isPlain = answer.header('content-encoding') === undefined
  // An event stream is read as it comes; a part or an empty answer has lengths that must hold.
  if (!isPlain || !isCompressible(type) || type.startsWith('text/event-stream')) return null
  if (answer.status === 204 || answer.status === 206 || answer.status === 304) return null
  if (Number(answer.header('content-length') ?? 1024) < 500) return null
  switch (codingFor(acceptEncoding)) {
    case 'br':
      return {
        coding: 'br',
        stream: createBrotliCompress({
          flush: constants.BROTLI_OPERATION_FLUSH,
          params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
        }),
      }
    case 'gzip':
      return { coding: 'gzip', stream: createGzip({ flush: constants.Z_SYNC_FLUSH }) }
    case 'identity':
      return null
  }
}
