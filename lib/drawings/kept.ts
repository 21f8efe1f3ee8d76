import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Looks at the whole folder only so often: once in so many drawings that were written. */
const sweepEvery = 50

/**
 * Drawings on disk, so that a restart does not draw all of them again. Only saves time: what cannot be
 * written is drawn again, and says so once.
 */
export class KeptDrawings {
  private readonly folder: string
  private readonly mostBytes: number
  private readonly warn: (error: unknown) => void
  private warned = false
  private written = 0

  /** @param mostBytes of all files together; the oldest go first. */
  constructor(folder: string, mostBytes: number, warn: (error: unknown) => void) {
    this.folder = folder
    this.mostBytes = mostBytes
    this.warn = warn
  }

  async read(name: string): Promise<Buffer | null> {
    return await readFile(path.join(this.folder, name)).catch(() => null)
  }

  /** Whole or not at all: it is renamed into place. Never rejects. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const file = path.join(this.folder, name)
    const fresh = `${file}.${process.pid}-${++this.written}`
    try {
      await mkdir(this.folder, { recursive: true })
      await writeFile(fresh, bytes)
      await rename(fresh, file)
      this.warned = false
      if (this.written % sweepEvery === 1) await this.sweep()
    } catch (error) {
      await rm(fresh, { force: true }).catch(() => {})
      if (!this.warned) this.warn(error)
      this.warned = true
    }
  }

  private async sweep(): Promise<void> {
    const names = await readdir(this.folder)
    const files = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.folder, name)
        const facts = await stat(file).catch(() => null)
        return facts ? [{ file, size: facts.size, time: facts.mtimeMs }] : []
      }),
    )
    let left = this.mostBytes
    for (const { file, size } of files.flat().toSorted((a, b) => b.time - a.time)) {
      left -= size
      if (left < 0) await rm(file, { force: true })
    }
  }
}
