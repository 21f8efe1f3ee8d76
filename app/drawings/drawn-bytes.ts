import path from 'node:path'
import type { DrawingKind } from '@/lib/drawings/address.ts'
import { Drawer } from '@/lib/drawings/drawer.ts'
import { KeptDrawings } from '@/lib/drawings/kept.ts'
import type { DrawingSpec } from '@/lib/drawings/spec.ts'

/** Of all drawings on disk, bytes: some 2,000 of them. */
const mostKept = 256 * 1024 * 1024

type Tools = { drawer: Drawer; kept: KeptDrawings }
/** In development this module is loaded anew with every change; there is one thread nevertheless. */
const held: { drawingTools?: Tools } = globalThis as { drawingTools?: Tools }

function tools(): Tools {
  if (held.drawingTools) return held.drawingTools
  const dataDir = process.env.DATA_DIR ?? path.resolve('data')
  const worker = path.join(process.cwd(), '.build', 'drawings', 'worker.mjs')
  held.drawingTools = {
    drawer: new Drawer(worker, path.join(dataDir, 'media')),
    kept: new KeptDrawings(path.join(dataDir, 'drawings'), mostKept, (error) =>
      console.error('Error: drawings cannot be kept on disk; they are drawn again instead.', error),
    ),
  }
  return held.drawingTools
}

export const warmDrawer = (): Promise<void> => tools().drawer.warm()

/** A drawing from disk, or drawn now and kept there. */
export async function drawnBytes(
  spec: DrawingSpec,
  kind: DrawingKind,
  hash: string,
): Promise<Uint8Array> {
  const { drawer, kept } = tools()
  const name = `${kind}-${hash}.jpg`
  const old = await kept.read(name)
  if (old) return old
  const bytes = await drawer.draw(spec, kind)
  void kept.write(name, bytes)
  return bytes
}
