#!/usr/bin/env node
/**
 * `npm start` and its kin. Plain JavaScript that needs nothing but Node: it brings the dependencies,
 * bundles the TypeScript of the start itself and hands over to `scripts/start/main.ts`.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `✗ Node ${process.versions.node} is too old: install Node 24 (20.19 is the oldest that works).`,
  )
  process.exit(1)
}
// Not before the check: what follows speaks the language of Node 20.
const { begin } = await import('./start/begin.mjs')
await begin(process.argv.slice(2))
