import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError, plainly } from '../../lib/plain-error.ts'
import { readSettings, type Settings } from '../../lib/settings.ts'

/**
 * The settings of this process: its environment, and `.env` for what that leaves open.
 * @throws {PlainError} with a line for each variable that is wrong.
 */
export function settingsOfProcess(root: string): Settings {
  const file = join(root, '.env')
  try {
    if (existsSync(file)) process.loadEnvFile(file)
  } catch (error) {
    throw plainly(`Cannot read ${file}`, error)
  }
  const result = readSettings(process.env, root)
  if ('settings' in result) return result.settings
  const lines = result.problems.map(
    ({ variable, problem, example }) => `${variable} ${problem}. Example: ${variable}=${example}`,
  )
  throw new PlainError(lines.join('\n✗ '))
}
