import { readFileSync } from 'node:fs'
import path from 'node:path'

type Enhancement = {
  /** Address of the portal's own module, which changes with its content. */
  module: string
  /** Text of the script that runs before the page is painted. */
  prePaint: string
}

let known: Enhancement | undefined

/**
 * What of `enhance/` stands in every page.
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
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (
    typeof manifest === 'object' &&
    manifest !== null &&
    'module' in manifest &&
    'prePaint' in manifest
  )
    return { module: String(manifest.module), prePaint: String(manifest.prePaint) }
  throw new Error(`${file} names no module and no pre-paint script`)
}
