import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where assets of earlier builds are: a folder for each, with `static/` and `enhance/`. */
export const buildsFolder = (root: string): string => join(root, '.build', 'assets')

/** The earlier builds of a checkout, as folders below it; none when there was none. */
export function earlierBuilds(root: string): string[] {
  try {
    return readdirSync(buildsFolder(root))
      .filter((name) => !name.endsWith('.new'))
      .map((name) => join('.build', 'assets', name))
  } catch {
    return []
  }
}
