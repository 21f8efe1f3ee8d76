import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { keepAssets } from '../../scripts/build/keep-assets.ts'
import { root } from './processes.ts'

/** Of the checkout, what a start runs or writes: copied, since Node and the build look where they really are. */
const copied = ['scripts', '.build']
const leftOut = ['.git', '.next', 'data', '__tests__', 'tsconfig.tsbuildinfo']
/** Of the build, what names its assets; other files are copied as they are. */
const naming = /\.(?:js|json|html|rsc|txt|css)$|BUILD_ID$/

/**
 * A checkout beside this one whose build makes the same pages with styles of other names, as after a change of every one of them:
 * in a second instead of minutes. Assets of this checkout's build are put aside as a real build does.
 * @param folder that does not exist yet
 */
export function anotherBuild(folder: string): void {
  mkdirSync(folder)
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (leftOut.includes(entry.name)) continue
    const [from, to] = [join(root, entry.name), join(folder, entry.name)]
    if (entry.isFile() || copied.includes(entry.name)) cpSync(from, to, { recursive: true })
    else symlinkSync(from, to)
  }
  const build = join(root, '.next')
  // What is put aside is the build that is there when the next one begins.
  symlinkSync(build, join(folder, '.next'))
  keepAssets(folder)
  unlinkSync(join(folder, '.next'))
  renamed(build, join(folder, '.next'))
}

/** Styles and the build itself get other names wherever they are named. */
function renamed(from: string, to: string): void {
  const files = filesOf(from)
  const styles = files.filter((file) => file.startsWith('static/') && file.endsWith('.css'))
  const names = new Map(styles.map((file) => [basename(file), otherName(basename(file))]))
  const id = readFileSync(join(from, 'BUILD_ID'), 'utf8')
  names.set(id, otherName(id))
  const pattern = new RegExp([...names.keys()].map(escaped).join('|'), 'g')
  const change = (text: string) => text.replace(pattern, (name) => names.get(name) ?? name)
  for (const file of files) {
    const [source, target] = [join(from, file), join(to, change(file))]
    mkdirSync(dirname(target), { recursive: true })
    if (naming.test(file)) writeFileSync(target, change(readFileSync(source, 'utf8')))
    else cpSync(source, target, { verbatimSymlinks: true })
  }
}

/** As long as it was, and never the same. */
const otherName = (name: string): string => (name.startsWith('z') ? 'y' : 'z') + name.slice(1)
const escaped = (name: string): string => name.replace(/[.\\+*?[\](){}^$|]/g, '\\$&')

/** Files and links of a build, by their paths in it; without the cache of the build itself. */
const filesOf = (build: string): string[] =>
  readdirSync(build, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(build, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('cache/'))
