import { cpSync } from 'node:fs'
import { freePort } from '../../edge/database/server.ts'
import { removeDataDir, temporaryDataDir } from '../../edge/database/temporary.ts'
import { launch } from './processes.ts'

/** Of the account that the portal under test begins with. */
export const firstAccount = {
  email: 'editor@example.com',
  password: 'correct horse battery staple',
} as const

/**
 * Starts the built portal on a data folder of its own and tells the tests where. A whole run (`scripts/test.mjs`) makes the sample
 * edition once, and each part takes a copy. @returns What ends it.
 */
export async function startPortalForTests(): Promise<() => Promise<void>> {
  const port = await freePort()
  const metricsPort = await freePort()
  const dataDir = temporaryDataDir()
  const sample = process.env.TEST_SAMPLE_DIR
  if (sample) cpSync(sample, dataDir, { recursive: true, preserveTimestamps: true })
  const url = `http://localhost:${port}`
  const portal = launch({
    env: {
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      DATA_DIR: dataDir,
      ADMIN_EMAIL: firstAccount.email,
      ADMIN_PASSWORD: firstAccount.password,
      LOG_LEVEL: 'warn',
      // Tests may speak for readers of several networks.
      TRUST_PROXY: 'loopback',
    },
  })
  const end = async () => {
    portal.child.kill('SIGTERM')
    const code = await portal.ended
    removeDataDir(dataDir)
    if (code !== 0) throw new Error(`The portal ended with ${code}:\n${portal.output()}`)
  }
  try {
    await portal.open()
  } catch (error) {
    removeDataDir(dataDir)
    throw error
  }
  Object.assign(process.env, {
    TEST_PORTAL_URL: url,
    TEST_PORTAL_DATA_DIR: dataDir,
    TEST_PORTAL_METRICS_URL: `http://127.0.0.1:${metricsPort}/metrics`,
  })
  return end
}
