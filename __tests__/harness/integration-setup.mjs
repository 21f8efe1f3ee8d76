import { importScript } from '../../scripts/start/bundle.mjs'

/** One PostgreSQL for the run, with a migrated database that every test file copies. */
export default async function setup() {
  const { startCluster } = await importScript('__tests__/harness/cluster.ts')
  globalThis.endOfRun = await startCluster()
}
