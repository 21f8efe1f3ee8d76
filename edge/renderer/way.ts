import { type Dispatcher, Pool } from 'undici'
import { Closing, Unavailable } from '../render/gate.ts'
import type { Upstream } from '../render/upstream.ts'
import { withKey } from './key.ts'

/** Where a running renderer is, and what requests to it must carry. */
export type RendererPlace = { origin: string; key: string }

/** The way to the renderer: open while one runs, always to the one that runs now. */
export class Way implements Upstream {
  origin = ''
  key = ''
  private pool: Pool | undefined
  private keyed: Dispatcher | undefined
  private isOver = false
  private readonly waiters = new Set<(dispatcher: Dispatcher) => void>()

  /** Null while there is none. */
  get place(): RendererPlace | null {
    return this.keyed ? { origin: this.origin, key: this.key } : null
  }

  async dispatcher(patience: number): Promise<Dispatcher> {
    if (this.keyed) return this.keyed
    if (this.isOver) throw new Closing()
    return new Promise((resolve, reject) => {
      const serve = (dispatcher: Dispatcher) => {
        clearTimeout(timer)
        resolve(dispatcher)
      }
      const timer = setTimeout(() => {
        this.waiters.delete(serve)
        reject(new Unavailable(`The renderer was not there within ${patience} ms`))
      }, patience)
      this.waiters.add(serve)
    })
  }

  open({ origin, key }: RendererPlace): void {
    this.origin = origin
    this.key = key
    const pool = new Pool(origin, {
      connections: 128,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      maxHeaderSize: 131_072,
    })
    this.pool = pool
    const keyed = pool.compose(withKey(key))
    this.keyed = keyed
    for (const serve of this.waiters) serve(keyed)
    this.waiters.clear()
  }

  /** Whatever is under way is cut off: the renderer is gone. */
  async shut(): Promise<void> {
    const pool = this.pool
    this.pool = undefined
    this.keyed = undefined
    await pool?.destroy().catch(() => {})
  }

  /** From now on nobody waits for another renderer. */
  end(): void {
    this.isOver = true
  }
}
