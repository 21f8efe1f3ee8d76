import { readFileSync } from 'node:fs'
import path from 'node:path'

let known: string | undefined

/**
 * Address of the portal's own module (`enhance/`), which changes with its content.
 * @throws {Error} when it was not built: `npm run build` makes it.
 */
export function enhancement(): string {
  known ??= readManifest()
  return known
}

function readManifest(): string {
  const file = path.join(process.cwd(), '.build/enhance/manifest.json')
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'module' in manifest)
    return String(manifest.module)
  throw new Error(`${file} names no module`)
}
