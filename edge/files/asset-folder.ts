import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { codingFor } from '../http/codings.ts'
import { conditionsOf, outcomeOf, refuseCondition } from '../http/conditions.ts'
import { commonHeaders } from '../http/security-headers.ts'
import { isCompressible, typeOf } from './content-types.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

type Asset = {
  type: string
  tag: string
  plain: Buffer
  /** Null where compressing saves nothing. */
  br: Buffer | null
  gzip: Buffer | null
}

export type AssetFolderOptions = {
  folder: string
  /** `public, max-age=31536000, immutable` for names that carry a hash. */
  cacheControl: string
  https: boolean
  /** Files come and go while the edge runs: the list of names is read again when one is not on it. */
  changing: boolean
  /** Folders to which a file may have gone since: the next build puts those of the last aside. */
  putAside?: () => readonly string[]
}

export const immutable = 'public, max-age=31536000, immutable'
const mostBytes = 48 * 1024 * 1024

/** Brotli's quality for so many bytes, once for all readers: the best where it takes some ms. */
const qualityFor = (length: number): number =>
  length > 2 ** 19 ? 5 : length > 2 ** 16 ? 9 : constants.BROTLI_MAX_QUALITY

/**
 * Files of a build, kept in memory with their codings once they were asked for. Names come from a
 * list of the folder, so that no path of a request ever reaches the file system.
 */
export class AssetFolder {
  private names: ReadonlySet<string> = new Set()
  private readonly kept = new LRUCache<string, Promise<Asset>>({ max: 2000 })
  private bytes = 0
  private readonly options: AssetFolderOptions
  private readonly common: readonly string[]

  constructor(options: AssetFolderOptions) {
    this.options = options
    this.common = [
      ...commonHeaders(options.https),
      'Cross-Origin-Resource-Policy',
      'same-origin',
      'Vary',
      'Accept-Encoding',
    ]
    this.list()
  }

  /** Whether the folder holds that file (`chunks/a.js`). */
  has(name: string): boolean {
    if (this.names.has(name)) return true
    if (!this.options.changing) return false
    this.list()
    return this.names.has(name)
  }

  /** Answers GET or HEAD for a file that is there. @throws {Error} when it can no longer be read. */
  async send(req: IncomingMessage, res: ServerResponse, name: string): Promise<void> {
    const asset = await this.asset(name)
    const coding = codingFor(req.headers['accept-encoding'])
    const coded = coding === 'identity' ? null : asset[coding]
    const etag = coded ? `"${asset.tag}-${coding}"` : `"${asset.tag}"`
    const head = ['Cache-Control', this.options.cacheControl, 'ETag', etag, ...this.common]
    // Files have no date: it would be that of the copy, and another on each machine.
    const outcome = outcomeOf(conditionsOf(req.headers), { etag, modifiedAt: null })
    if (outcome === 'failed') return refuseCondition(res, etag)
    if (outcome === 'unchanged') {
      res.writeHead(304, head).end()
      return
    }
    const body = coded ?? asset.plain
    head.push('Content-Type', asset.type, 'Content-Length', String(body.length))
    if (coded) head.push('Content-Encoding', coding)
    res.writeHead(200, head).end(body)
  }

  private list(): void {
    try {
      const entries = readdirSync(this.options.folder, { recursive: true, withFileTypes: true })
      this.names = new Set(
        entries
          .filter((entry) => entry.isFile() && typeOf(entry.name) && !entry.name.startsWith('.'))
          .map((entry) =>
            path.relative(this.options.folder, path.join(entry.parentPath, entry.name)),
          )
          .map((name) => name.split(path.sep).join('/')),
      )
    } catch {
      // A folder that is not there holds nothing: no `public/`, or a build that is still to come.
      this.names = new Set()
    }
  }

  private asset(name: string): Promise<Asset> {
    const known = this.options.changing ? undefined : this.kept.get(name)
    if (known) return known
    const asset = this.read(name)
    if (this.options.changing) return asset
    this.kept.set(name, asset)
    // What could not be read is not remembered as such.
    asset.catch(() => this.kept.delete(name))
    return asset
  }

  private async read(name: string): Promise<Asset> {
    const plain = await this.bytesOf(name)
    const type = typeOf(name) ?? 'application/octet-stream'
    const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
    if (!isCompressible(type) || plain.length < 200)
      return { type, tag, plain, br: null, gzip: null }
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: qualityFor(plain.length) } }
    const [br, gz] = await Promise.all([compressBrotli(plain, quality), compressGzip(plain)])
    this.bytes += plain.length + br.length + gz.length
    // Everything of a build fits; this bounds what a checkout with a huge `public/` takes.
    if (this.bytes > mostBytes) {
      this.kept.clear()
      this.bytes = 0
    }
    return { type, tag, plain, br, gzip: gz }
  }

  private async bytesOf(name: string): Promise<Buffer> {
    const { folder, putAside = () => [] } = this.options
    const own = await readIfThere(path.join(folder, name))
    if (own) return own
    for (const aside of putAside()) {
      const file = await readIfThere(path.join(aside, name))
      if (file) return file
    }
    throw new Error(`${name} is no longer in ${folder}`)
  }
}

const readIfThere = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
