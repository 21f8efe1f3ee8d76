import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bringDependencies, InstallError } from './dependencies.mjs'
import { makeSteps } from './steps.mjs'

export const root = join(import.meta.dirname, '..', '..')

/**
 * Brings what is missing, then runs the start program.
 * @param {readonly string[]} args Of the command line.
 */
export async function begin(args) {
  process.chdir(root)
  const steps = makeSteps(process.stdout)
  try {
    await bringDependencies(root, steps)
  } catch (error) {
    if (!(error instanceof InstallError)) throw error
    steps.fail(error.message)
    process.exitCode = 1
    return
  }
  const { bundleProgram } = await import('./bundle.mjs')
  const program = await bundleProgram(root)
  const { main } = await import(pathToFileURL(program).href)
  await main({ root, args, steps })
}
