#!/usr/bin/env node
/**
 * `npm run bench` and other programs of developers: `node scripts/run.mjs <name>` runs `scripts/<name>.ts`
 * with the arguments that follow. Plain JavaScript: it brings the dependencies first. A program that opens
 * the newsroom needs Node's options for that (`newsroomOptions` in `start/bundle.mjs`).
 */
import { root } from './start/begin.mjs'
import { importScript } from './start/bundle.mjs'
import { bringDependencies, InstallError } from './start/dependencies.mjs'
import { makeSteps } from './start/steps.mjs'

process.chdir(root)
// What it prints may be for machines.
const steps = makeSteps(process.stderr)
const [name] = process.argv.splice(2, 1)
try {
  await bringDependencies(root, steps, { tests: true })
} catch (error) {
  if (!(error instanceof InstallError)) throw error
  steps.fail(error.message)
  process.exit(1)
}
await importScript(`scripts/${name}.ts`)
