/** Ends what the project's setup started. */
export default async function teardown() {
  await globalThis.endOfRun?.()
}
