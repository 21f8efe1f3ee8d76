import { resolve } from 'node:path'
import { loadEdition, removeEdition } from '../newsroom/import/index.ts'
import { report } from './report.ts'
import { connect } from './start/connect.ts'
import { markSample } from './start/newsroom-state.ts'
import { withNewsroom } from './with-newsroom.ts'

/**
 * Loads what is missing of the sample edition into the newsroom of DATABASE_URL, or with `--remove`
 * takes it out. Run by the start (`npm start`, `npm run sample`).
 */
const marks = await connect(process.env.DATABASE_URL ?? '')
await withNewsroom(async (payload) => {
  try {
    if (process.argv.includes('--remove')) {
      await removeEdition(payload, report)
      await markSample(marks, 'removed')
    } else {
      await markSample(marks, 'loading')
      await loadEdition(payload, resolve('content'), report)
      await markSample(marks, 'loaded')
    }
  } finally {
    await marks.end()
  }
})
