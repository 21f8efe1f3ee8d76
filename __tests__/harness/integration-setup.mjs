import { importScript } from '../../scripts/start/bundle.mjs'

/**
 * One PostgreSQL for the run, with a migrated database that every test file copies, and room for a data folder that
 * tests of the whole portal copy.
 */
export default async function setup() {
  const { startCluster } = await importScript('__tests__/harness/cluster.ts')
  const { offerFilledData } = await importScript('__tests__/harness/filled-data.ts')
  const removeFilledData = offerFilledData()
  const endCluster = await startCluster()
  globalThis.endOfRun = async () => {
    removeFilledData()
    await endCluster()
  }
}
