import { measure } from './bench/measure.ts'
import { type Options, readOptions } from './bench/options.ts'
import { print } from './bench/print.ts'
import { measureScale } from './bench/scale/measure.ts'
import { printScale } from './bench/scale/print.ts'
import { startPortal, startRenderer } from './bench/servers.ts'

/**
 * `npm run bench`: the built portal against nginx with the same bytes, and against its own renderer without
 * the edge. `--json` for machines, `--seconds 4` for the length of a round, `--rounds 3`. With `--scale`: its pages among
 * 1,000, 10,000 and 100,000 stories, with `--million` among a million.
 */
const options = readOptions(process.argv.slice(2), process.env)
if (options.sizes) await benchScale(options, options.sizes)
else await benchEdge(options)

async function benchScale(given: Options, sizes: readonly number[]): Promise<void> {
  const figures = await measureScale(given, sizes)
  if (given.json) console.log(JSON.stringify(figures, null, 2))
  else printScale(figures)
}

async function benchEdge(given: Options): Promise<void> {
  const portal = await startPortal(given)
  const renderer = await startRenderer(given.dataDir).catch((error) => {
    portal.process.kill('SIGTERM')
    throw error
  })
  try {
    const figures = await measure(given, portal, renderer)
    if (given.json) console.log(JSON.stringify(figures, null, 2))
    else print(figures)
  } finally {
    renderer.process.kill('SIGTERM')
    portal.process.kill('SIGTERM')
  }
}
