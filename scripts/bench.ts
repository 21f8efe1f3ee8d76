import { measure } from './bench/measure.ts'
import { readOptions } from './bench/options.ts'
import { print } from './bench/print.ts'
import { startPortal, startRenderer } from './bench/servers.ts'

/**
 * `npm run bench`: the built portal against nginx with the same bytes, and against its own renderer without
 * the edge. `--json` for machines, `--seconds 4` for the length of a round, `--rounds 3`.
 */
const options = readOptions(process.argv.slice(2), process.env)
const portal = await startPortal(options)
const renderer = await startRenderer(options.dataDir).catch((error) => {
  portal.process.kill('SIGTERM')
  throw error
})
try {
  const figures = await measure(options, portal, renderer)
  if (options.json) console.log(JSON.stringify(figures, null, 2))
  else print(figures)
} finally {
  renderer.process.kill('SIGTERM')
  portal.process.kill('SIGTERM')
}
