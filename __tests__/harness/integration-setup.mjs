import { importScript } from '../../scripts/start/bundle.mjs'

/**
 * One PostgreSQL for the run, with a migrated database that every test file copies, and room for what some of them share.
 */
export default async function setup() {
  const { startCluster } = await importScript('__tests__/harness/cluster.ts')
  const { offerSharing } = await importScript('__tests__/harness/shared.ts')
  const endCluster = await startCluster()
  const endSharing = offerSharing()
  globalThis.endOfRun = async () => {
    try {
      endSharing()
    } finally {
      await endCluster()
    }
  }
}
