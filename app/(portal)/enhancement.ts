import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const shape = z.object({
  /** Address of the portal's own module, which changes with its content. */
  module: z.string(),
  /** Addresses of styles of what few pages show. */
  styles: z.object({ live: z.string(), 'photo-essay': z.string(), 'stored-table': z.string() }),
  /** Text of the script that runs before the page is painted. */
  prePaint: z.string(),
})
type Enhancement = z.infer<typeof shape>
export type StyleName = keyof Enhancement['styles']

let known: Enhancement | undefined

/**
 * What stands in pages beside what Next puts there.
 * @throws {Error} when it was not built: `npm run build` makes it.
 */
export function enhancement(): Enhancement {
  // In development it changes while the server runs.
  if (process.env.NODE_ENV !== 'production') return readManifest()
  known ??= readManifest()
  return known
}

function readManifest(): Enhancement {
  const file = path.join(process.cwd(), '.build/enhance/manifest.json')
  const manifest = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (manifest.success) return manifest.data
  throw new Error(`${file} is no manifest of enhancements: ${z.prettifyError(manifest.error)}`)
}
