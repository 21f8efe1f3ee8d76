import { tsImport } from 'tsx/esm/api'

/** One PostgreSQL for the run, with a migrated database that every test file copies. */
export default async function setup() {
  const { startCluster } = await tsImport('./cluster.ts', import.meta.url)
  globalThis.endOfRun = await startCluster()
}
