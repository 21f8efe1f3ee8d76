import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PlainError, plainly } from './plain-error.ts'

const schema = z.object({
  /** Signs the sessions of the newsroom, unless the setting `PAYLOAD_SECRET` is given. */
  payloadSecret: z.string().min(32),
  /** Of the embedded PostgreSQL, which only this machine can reach. */
  databasePassword: z.string().min(32),
})
export type Secrets = z.infer<typeof schema>

const make = (): string => randomBytes(32).toString('hex')

/**
 * The secrets of a data folder, generated on first use, in `secrets.json` that its owner alone may read.
 * @throws {PlainError} when the file cannot be written, or is not what was written there.
 */
export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  try {
    if (!existsSync(file)) {
      const secrets: Secrets = { payloadSecret: make(), databasePassword: make() }
      const fresh = `${file}.${process.pid}`
      writeFileSync(fresh, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
      renameSync(fresh, file)
    }
    chmodSync(file, 0o600)
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError))
      throw plainly(`Cannot keep secrets in ${file}`, error)
    throw new PlainError(
      `${file} is damaged: put it back from a backup; without it the database below it cannot be opened.`,
    )
  }
}
