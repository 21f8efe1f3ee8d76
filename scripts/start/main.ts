import { PlainError } from '../../lib/plain-error.ts'
import { buildOnly } from './build-step.ts'
import { develop, serve } from './serve.ts'
import { type Command, openSession, type Session, type Steps } from './session.ts'
import { generate, migrateOnly, rebuildSearch, sample } from './upkeep.ts'

const commands: Record<string, Command> = {
  '': serve,
  '--dev': develop,
  '--only-build': buildOnly,
  '--only-migrate': migrateOnly,
  '--sample': sample,
  '--generate': generate,
  '--search': rebuildSearch,
}

/**
 * Runs one command of package.json from its first step to its last. The exit code is 0 when it did what
 * it was asked or was asked to end, 1 otherwise; by then nothing that it started is running.
 */
export async function main(call: { root: string; args: readonly string[]; steps: Steps }) {
  const [name = '', ...args] = call.args
  let session: Session | null = null
  try {
    session = openSession(call.root, args, call.steps)
    const command = commands[name]
    if (!command) throw new PlainError(`There is no option ${name}; see README.md.`)
    process.on('uncaughtException', (error) => {
      call.steps.fail(tell(error))
      process.exit(1)
    })
    await command(session)
  } catch (error) {
    // What is broken off on request may complain in its own words.
    if (session?.stopping.wasAsked() !== true) {
      call.steps.fail(tell(error))
      process.exitCode = 1
    }
  }
  await session?.close()
  // Nothing should keep the process now; what does is a fault, and must not keep the operator waiting.
  setTimeout(() => process.exit(), 500).unref()
}

function tell(error: unknown): string {
  if (error instanceof PlainError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
