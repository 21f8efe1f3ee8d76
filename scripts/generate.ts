import { generateStories } from './generate/generate.ts'
import { report } from './report.ts'
import { connect } from './start/connect.ts'
import './plain-failure.ts'

/**
 * Fills the database of DATABASE_URL with generated stories; the arguments are how many there are to be,
 * and the seed. Run by `npm run generate`.
 */
const [stories = 0, seed = 1] = process.argv.slice(2).map(Number)
const client = await connect(process.env.DATABASE_URL ?? '')
const today = new Date(new Date().toISOString().slice(0, 10))
const began = performance.now()
const added = await generateStories({
  client,
  stories,
  seed,
  until: today,
  onProgress: (done, total) => report(done, total, 'stories'),
})
await client.end()
const perSecond = Math.round(added / ((performance.now() - began) / 1000))
report(stories, stories, `${added} added, ${perSecond} a second`)
// The channel to whoever started this would keep the process.
process.exit(0)
