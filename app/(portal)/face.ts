import { readdirSync } from 'node:fs'
import path from 'node:path'

let known: string | null | undefined

/**
 * Address of the upright face of headlines and text, so that a page can ask for it in its head; null
 * in development, where the build has none.
 */
export function faceAddress(): string | null {
  if (process.env.NODE_ENV !== 'production') return null
  known ??= find(path.join(process.cwd(), '.next/static/media'))
  return known
}

function find(folder: string): string | null {
  const file = readdirSync(folder).find((name) => /-latin-wght-normal\..*woff2$/.test(name))
  return file ? `/_next/static/media/${file}` : null
}
