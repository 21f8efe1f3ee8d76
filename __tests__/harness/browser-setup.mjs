import { tsImport } from 'tsx/esm/api'

/** The built portal with the sample edition, started as `npm start` does it. */
export default async function setup() {
  const { startPortalForTests } = await tsImport('./served-portal.ts', import.meta.url)
  globalThis.endOfRun = await startPortalForTests()
}
