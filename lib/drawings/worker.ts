import { parentPort, workerData } from 'node:worker_threads'
import type { DrawingKind } from './address.ts'
import { draw } from './draw.ts'
import type { DrawingSpec } from './spec.ts'

/**
 * The thread that draws (`scripts/build/drawings.ts` makes one file of it), so that readers whose pages
 * are rendered meanwhile do not wait for fonts and outlines. Nothing in it reaches for the network:
 * @vercel/og would fetch fonts and emoji for characters that it has no face for.
 */
globalThis.fetch = () => Promise.reject(new Error('A drawing fetches nothing'))

export type DrawTask = { id: number; spec: DrawingSpec; kind: DrawingKind }
export type DrawResult = { id: number; bytes: Uint8Array } | { id: number; error: string }

const { mediaFolder } = workerData as { mediaFolder: string }

parentPort?.on('message', ({ id, spec, kind }: DrawTask) => {
  draw(spec, kind, mediaFolder).then(
    (bytes) => parentPort?.postMessage({ id, bytes } satisfies DrawResult),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies DrawResult),
  )
})
