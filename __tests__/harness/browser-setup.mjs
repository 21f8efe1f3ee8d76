import { importScript } from '../../scripts/start/bundle.mjs'

/** The built portal with the sample edition, started as `npm start` does it. */
export default async function setup() {
  const { startPortalForTests } = await importScript('__tests__/harness/served-portal.ts')
  globalThis.endOfRun = await startPortalForTests()
}
