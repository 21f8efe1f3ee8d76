import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { buildsFolder } from '../../lib/earlier-builds.ts'

const mostBuilds = 3

/**
 * Puts the assets of the build that is about to be replaced aside: pages of it are still open in browsers and kept
 * by CDNs, and ask for its styles and scripts. The last three builds are kept, each a few MB.
 * @throws {Error} when they cannot be written.
 */
export function keepAssets(root: string): void {
  const next = join(root, '.next')
  if (!existsSync(join(next, 'BUILD_ID'))) return
  const id = readFileSync(join(next, 'BUILD_ID'), 'utf8').trim()
  const folder = buildsFolder(root)
  const kept = join(folder, id)
  if (!existsSync(kept)) {
    // Copied under another name first: broken off half-way, it is no build.
    const fresh = `${kept}.new`
    rmSync(fresh, { recursive: true, force: true })
    copy(join(next, 'static'), join(fresh, 'static'))
    copy(join(root, '.build', 'enhance'), join(fresh, 'enhance'))
    if (existsSync(fresh)) renameSync(fresh, kept)
  }
  if (existsSync(kept)) utimesSync(kept, new Date(), new Date())
  forget(folder)
}

function copy(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

/** Takes the oldest away, and what an earlier copy left. */
function forget(folder: string): void {
  if (!existsSync(folder)) return
  const builds = readdirSync(folder)
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
  const kept = builds.filter(({ name }) => !name.endsWith('.new')).slice(0, mostBuilds)
  for (const build of builds)
    if (!kept.includes(build)) rmSync(join(folder, build.name), { recursive: true, force: true })
}
