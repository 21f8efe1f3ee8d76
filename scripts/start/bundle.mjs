import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Options of Node for whatever opens the newsroom outside of Next. The condition picks Lexical's plain modules: those
 * for Node wait at their top level for an import of another, and on Node 20 now and then for ever: the program ends
 * before it begins, with 13 and without a word.
 */
export const newsroomOptions = ['--conditions=production']

/** Programs that the start runs in processes of their own (`database-step.ts`). */
const scripts = ['migrate', 'first-account', 'sample', 'generate', 'search']

/**
 * Brings the start and the edge (`scripts/start/main.ts`), with the packages they use, into one module
 * below `.build/`, a worker of the edge into another beside it, and the scripts of the start into others:
 * each loads in a fraction of the time of all its files, which a start has to wait for. Made anew when a
 * source of theirs changed.
 * @param {string} root The checkout.
 * @returns {Promise<string>} The path of the first.
 */
export async function bundleProgram(root) {
  const folder = join(root, '.build', 'program')
  await bundle(root, folder, {
    entryPoints: { start: 'scripts/start/main.ts', worker: 'scripts/start/worker.ts' },
    // Programs of their own, and a part of `pg` that is not installed.
    external: ['esbuild', 'pg-native'],
    // For packages of CommonJS.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
  })
  await bundle(root, join(root, '.build', 'scripts'), {
    entryPoints: Object.fromEntries(scripts.map((name) => [name, `scripts/${name}.ts`])),
    packages: 'external',
  })
  return join(folder, 'start.js')
}

/**
 * Brings one TypeScript program of this checkout into a module below `.build/`; its packages stay outside. It is run
 * in the checkout, and may not ask where it is itself. Loads in half the time that compiling at run time took.
 * One at a time: esbuild's helper ends with each.
 * @param {string} root The checkout.
 * @param {string} source Path of the program, from the checkout on.
 * @returns {Promise<string>} The path of the module.
 */
export async function bundleScript(root, source) {
  const { dir, name } = parse(source)
  const folder = join(root, '.build', 'single', dir)
  await bundle(root, folder, { entryPoints: { [name]: source }, packages: 'external' })
  return join(folder, `${name}.js`)
}

/** Runs such a program in this process, which is in the checkout. @returns what it exports */
export async function importScript(source) {
  return await import(pathToFileURL(await bundleScript(process.cwd(), source)).href)
}

async function bundle(root, folder, options) {
  const names = Object.keys(options.entryPoints)
  const record = join(folder, `${names[0]}.inputs.json`)
  const exist = names.every((name) => existsSync(join(folder, `${name}.js`)))
  if (exist && isCurrent(root, record)) return
  const began = Date.now()
  const { build, stop } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    metafile: true,
    write: false,
    outdir: folder,
    logLevel: 'error',
    ...options,
  })
  // Its helper process would stay as long as the portal.
  await stop()
  // Packages change with the lock alone.
  const about = ['package-lock.json', 'tsconfig.json', 'scripts/start/bundle.mjs']
  const inputs = [...about, ...Object.keys(metafile.inputs)]
  const own = inputs.filter((input) => !input.startsWith('node_modules/'))
  mkdirSync(folder, { recursive: true })
  for (const { path, text } of outputFiles) put(path, text)
  // One that was saved meanwhile may be in the bundle as it was before: the next start makes it anew.
  const states = own.map((input) => [input, stateOf(root, input, began)])
  put(record, JSON.stringify(Object.fromEntries(states)))
}

/** Compares by time and size: some 200 files, 3 ms. */
function isCurrent(root, record) {
  if (!existsSync(record)) return false
  const inputs = Object.entries(JSON.parse(readFileSync(record, 'utf8')))
  return inputs.every(([input, state]) => stateOf(root, input) === state)
}

/** @param {number} [latest] ms since 1970: of a file that was saved later it is not known. */
function stateOf(root, input, latest = Number.POSITIVE_INFINITY) {
  const found = statSync(join(root, input), { throwIfNoEntry: false })
  if (!found) return null
  return found.mtimeMs > latest ? 'unknown' : `${found.mtimeMs}:${found.size}`
}

/** Renamed into place: another start may be reading it at this moment. */
function put(file, text) {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}
