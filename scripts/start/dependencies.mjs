import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Told as it is, without a stack. */
export class InstallError extends Error {}

/**
 * Installs what package-lock.json names (`npm ci`) when it is not there yet.
 * @param {string} root The checkout.
 * @param {import('./steps.mjs').Steps} steps
 * @param {{ tests?: boolean }} [need] Whether what only tests need must be there too.
 * @throws {InstallError}
 */
export async function bringDependencies(root, steps, { tests = false } = {}) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stampFile = join(root, 'node_modules', '.package-lock-stamp')
  const stamp = createHash('sha256').update(lockText).digest('hex')
  const stamped = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (stamped) return
  const wanted = JSON.parse(lockText).packages
  if (!isInstalled(root, wanted, tests))
    await steps.run(
      'Dependencies',
      (progress) => install(root, wanted, progress),
      () => 'npm ci',
    )
  try {
    // Without those for tests the folder is good enough for a start, but not current.
    if (isInstalled(root, wanted, true)) writeFileSync(stampFile, stamp)
  } catch {
    // A read-only checkout is compared afresh at every start, which takes some 20 ms.
  }
}

/** Whether somebody (an image, a developer) installed the very same versions already. */
function isInstalled(root, wanted, tests) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    if (there[path]) return there[path].version === entry.version
    return entry.optional || entry.devOptional || (entry.dev && !tests)
  })
}

async function install(root, wanted, progress) {
  const folder = join(root, 'node_modules')
  // Those of other systems stay away.
  const here = ([, { os, cpu }]) =>
    (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
  const names = Object.entries(wanted)
    .filter(here)
    .flatMap(([path]) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)$/)?.[1] ?? [])
  const total = names.length
  const watching = setInterval(
    () => progress(`${countPackages(folder)} of ${total} packages`),
    1_000,
  )
  try {
    await npmCi(root)
  } finally {
    clearInterval(watching)
  }
}

function countPackages(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .reduce(
        (sum, name) => sum + (name.startsWith('@') ? readdirSync(join(folder, name)).length : 1),
        0,
      )
  } catch {
    return 0
  }
}

async function npmCi(root) {
  const npm = process.env.npm_execpath
  const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const child = spawn(
    command,
    [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, with the scripts of packages.
      detached: true,
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  // Whoever ends the start ends the installation: it would go on writing where the next one begins. npm
  // does not heed SIGTERM while it installs, and what is half installed is told by its record.
  const stop = () => process.kill(-child.pid, 'SIGKILL')
  process.once('SIGTERM', stop).once('SIGINT', stop)
  const [status, signal] = await new Promise((resolve) => {
    child.once('error', (error) => resolve([error.message, null]))
    child.once('close', (...end) => resolve(end))
  })
  process.off('SIGTERM', stop).off('SIGINT', stop)
  if (status === 0) return
  if (signal) throw new InstallError('The installation of the dependencies was broken off.')
  throw new InstallError(explain(said.trim() || String(status)))
}

function explain(said) {
  if (said.includes('ENOSPC'))
    return 'The dependencies could not be installed: the disk is full (about 1 GB is needed).'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(said))
    return `The dependencies could not be installed: the package registry cannot be reached.\n${firstLines(said)}`
  return `The dependencies could not be installed; npm says:\n${firstLines(said)}`
}

const firstLines = (text) =>
  text
    .split('\n')
    .slice(0, 12)
    .map((line) => `  ${line}`)
    .join('\n')
