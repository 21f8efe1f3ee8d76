import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Brings the start and the edge (`scripts/start/main.ts`), with the packages they use, into one module
 * below `.build/`, and a worker of the edge into another beside it: each loads in a fraction of the time
 * of all its files, which a start has to wait for. Made anew when a source of theirs changed.
 * @param {string} root The checkout.
 * @returns {Promise<string>} The path of the first.
 */
export async function bundleProgram(root) {
  const folder = join(root, '.build', 'program')
  const file = join(folder, 'start.js')
  const record = join(folder, 'inputs.json')
  const worker = join(folder, 'worker.js')
  if (existsSync(file) && existsSync(worker) && isCurrent(root, record)) return file
  const { build, stop } = await import('esbuild')
  const entry = (name) => join(root, 'scripts', 'start', name)
  const { outputFiles, metafile } = await build({
    entryPoints: { start: entry('main.ts'), worker: entry('worker.ts') },
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Programs of their own, and a part of `pg` that is not installed.
    external: ['esbuild', 'pg-native'],
    // For packages of CommonJS.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    metafile: true,
    write: false,
    outdir: folder,
    logLevel: 'error',
  })
  // Its helper process would stay as long as the portal.
  await stop()
  // Packages change with the lock alone.
  const inputs = ['package-lock.json', 'scripts/start/bundle.mjs', ...Object.keys(metafile.inputs)]
  const own = inputs.filter((input) => !input.startsWith('node_modules/'))
  mkdirSync(folder, { recursive: true })
  for (const { path, text } of outputFiles) put(path, text)
  put(record, JSON.stringify(Object.fromEntries(own.map((input) => [input, stateOf(root, input)]))))
  return file
}

/** Compares by time and size: some 200 files, 3 ms. */
function isCurrent(root, record) {
  if (!existsSync(record)) return false
  const inputs = Object.entries(JSON.parse(readFileSync(record, 'utf8')))
  return inputs.every(([input, state]) => stateOf(root, input) === state)
}

function stateOf(root, input) {
  const found = statSync(join(root, input), { throwIfNoEntry: false })
  return found ? `${found.mtimeMs}:${found.size}` : null
}

/** Renamed into place: another start may be reading it at this moment. */
function put(file, text) {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}
