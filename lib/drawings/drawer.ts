import { Worker } from 'node:worker_threads'
import type { DrawingKind } from './address.ts'
import type { DrawingSpec } from './spec.ts'
import type { DrawResult, DrawTask } from './worker.ts'

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }

/** MB that the thread's JavaScript may hold: fonts take about 40. Little of it at a time is new. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 }

const sample = {
  form: 'list',
  path: '/',
  site: 'i',
  kicker: null,
  text: null,
  accent: 'ink',
  picture: null,
  poster: null,
} as const
const samples: readonly DrawingSpec[] = [
  { ...sample, language: 'en', title: 'News' },
  { ...sample, language: 'zh', title: '新闻' },
]

/** Hands drawings to the thread that makes them, and starts it when there is none. */
export class Drawer {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private count = 0
  private readonly file: string
  private readonly mediaFolder: string

  /** @param file the bundled `worker.ts` */
  constructor(file: string, mediaFolder: string) {
    this.file = file
    this.mediaFolder = mediaFolder
  }

  /**
   * JPEG of a drawing.
   * @throws {Error} when it cannot be drawn, or the thread ends before it is.
   */
  draw(spec: DrawingSpec, kind: DrawingKind): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const worker = this.running()
      const id = ++this.count
      this.waiting.set(id, { resolve, reject })
      worker.postMessage({ id, spec, kind } satisfies DrawTask)
    })
  }

  /** Starts the thread and has it read the fonts of headlines, some 0.5 s of work. */
  async warm(): Promise<void> {
    if (this.worker) return
    await Promise.all(samples.map((spec) => this.draw(spec, 'wide')))
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(this.file, {
      workerData: { mediaFolder: this.mediaFolder },
      resourceLimits: memory,
    })
    // It must not keep a process alive that wants to end.
    worker.unref()
    worker.on('message', (result: DrawResult) => this.settle(result))
    worker.once('error', (error) => this.lose(worker, error))
    worker.once('exit', (code) => this.lose(worker, new Error(`It ended with code ${code}`)))
    this.worker = worker
    return worker
  }

  private settle(result: DrawResult): void {
    const waiting = this.waiting.get(result.id)
    this.waiting.delete(result.id)
    if ('bytes' in result) waiting?.resolve(result.bytes)
    else waiting?.reject(new Error(result.error))
  }

  private lose(worker: Worker, cause: unknown): void {
    if (this.worker !== worker) return
    this.worker = undefined
    const lost = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of lost) reject(new Error('The thread that draws is gone', { cause }))
  }
}
