#!/usr/bin/env node
/**
 * `npm test`: everything there is to check, from a fresh clone on. `npm test unit` and the like run one
 * part. Ends with a line of jest's own counts, `N passed, N failed, N skipped`; exits with 1 when
 * anything failed. Plain JavaScript: it brings the dependencies first.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { importScript } from './start/bundle.mjs'
import { bringDependencies, InstallError } from './start/dependencies.mjs'
import { makeSteps } from './start/steps.mjs'
import { findChromium, howToInstall, installChromium } from './test/chromium.mjs'

const root = join(import.meta.dirname, '..')
const bin = (...path) => join(root, 'node_modules', ...path)
const projects = ['unit', 'integration', 'browser', 'soak']
/**
 * Test files of these keep to databases, ports and folders of their own, so that they may run side by
 * side; those of `browser` share one portal.
 */
const workers = { unit: 4, integration: 2 }
/** Some machines of CI make Biome colour what goes into a file. */
const colours = process.stdout.isTTY ? [] : ['--colors=off']
const counts = { passed: 0, failed: 0, skipped: 0 }
let failed = false

process.chdir(root)
process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)

async function run(wanted) {
  const unknown = wanted.find((name) => !projects.includes(name))
  if (unknown) return fault(`There is no part ${unknown}; there are ${projects.join(', ')}.`)
  const parts = wanted.length > 0 ? projects.filter((name) => wanted.includes(name)) : projects
  try {
    await bringDependencies(root, makeSteps(process.stdout), { tests: true })
  } catch (error) {
    if (error instanceof InstallError) return fault(error.message)
    throw error
  }
  if (wanted.length === 0) {
    // A fault of form or type explains later ones: they stop the run.
    if (!(await node('Lint', bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.', ...colours)))
      return false
    const next = bin('next', 'dist', 'bin', 'next')
    if (!(await node('Route types', next, 'typegen'))) return false
    if (!(await node('Types', bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'))) return false
  }
  if (parts.includes('unit')) await jest('unit')
  if (!parts.some((part) => part !== 'unit')) return !failed
  if (!(await node('Build', 'scripts/start.mjs', '--only-build'))) return false
  if (parts.includes('integration')) await jest('integration')
  if (!parts.some((part) => part === 'browser' || part === 'soak')) return !failed
  const { removeDataDir, temporaryDataDir } = await importScript('edge/database/temporary.ts')
  const sample = temporaryDataDir()
  try {
    heading('Sample edition')
    const load = ['scripts/start.mjs', '--sample']
    if (!(await execute(load, { env: { DATA_DIR: sample } }))) return false
    await atPortals(parts, sample)
  } finally {
    removeDataDir(sample)
  }
  return !failed
}

/** Tests of the built portal. Each part has a copy of a data folder with the sample edition (`served-portal.ts`). */
async function atPortals(parts, sample) {
  process.env.TEST_SAMPLE_DIR = sample
  // Three minutes of mostly waiting, at a portal of its own: they pass while the browser is busy.
  const soak = parts.includes('soak') ? jest('soak', parts.length > 1) : undefined
  if (parts.includes('browser')) {
    if (!findChromium()) heading('Chromium is installed')
    if (installChromium()) await jest('browser')
    else fault(howToInstall)
  }
  await soak
}

/** @param isBeside whether another part is running: what this one says is then shown at its end. */
async function jest(project, isBeside = false) {
  const file = join(root, '.build', `jest-${project}.json`)
  mkdirSync(join(root, '.build'), { recursive: true })
  rmSync(file, { force: true })
  const title = `Tests: ${project}`
  const args = [
    bin('jest', 'bin', 'jest.js'),
    '--selectProjects',
    project,
    `--maxWorkers=${Math.min(availableParallelism(), workers[project] ?? 1)}`,
    '--json',
    `--outputFile=${file}`,
  ]
  const passed = await (isBeside ? nodeBeside(title, ...args) : node(title, ...args))
  if (!existsSync(file)) return
  const report = JSON.parse(readFileSync(file, 'utf8'))
  counts.passed += report.numPassedTests
  // A file that could not be run counts as one failure: none of its tests did.
  counts.failed += report.numFailedTests + report.numRuntimeErrorTestSuites
  counts.skipped += report.numPendingTests + report.numTodoTests
  if (!passed || !report.success) failed = true
}

/** Runs a Node program with its output shown; a failure is remembered. */
function node(title, ...args) {
  heading(title)
  return execute(args)
}

/** The same for what runs beside another: its output follows when it has ended. */
async function nodeBeside(title, ...args) {
  const said = []
  const passed = await execute(args, { heard: (chunk) => said.push(chunk) })
  heading(title)
  process.stderr.write(Buffer.concat(said))
  return passed
}

/** @param heard is told what the program says on standard error, in place of whoever runs the tests */
async function execute(args, { heard, env = {} } = {}) {
  const isJest = args[0].includes('jest')
  const child = spawn(process.execPath, args, {
    cwd: root,
    // jest's own JSON on standard output is for machines; it is in the file too.
    stdio: ['ignore', isJest ? 'ignore' : 'inherit', heard ? 'pipe' : 'inherit'],
    env: {
      ...process.env,
      ...env,
      NEXT_TELEMETRY_DISABLED: '1',
      ...(isJest && {
        // The second: see `edge/renderer/spawn.ts`.
        NODE_OPTIONS:
          '--experimental-vm-modules --disable-warning=ExperimentalWarning --disable-warning=DeprecationWarning',
      }),
    },
  })
  child.stderr?.on('data', heard)
  const passOn = (signal) => child.kill(signal)
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  const status = await new Promise((resolve) => child.once('close', resolve))
  process.off('SIGINT', passOn).off('SIGTERM', passOn)
  if (status !== 0) failed = true
  return status === 0
}

function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 72 - title.length))}`)
}

function fault(message) {
  failed = true
  console.error(`✗ ${message}`)
  return false
}
