import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { languageCodes } from '../../lib/languages.ts'

const root = join(import.meta.dirname, '../..')

describe('languages', () => {
  it('each has its message file, and each message file its language', () => {
    const files = readdirSync(join(root, 'messages')).filter((name) => name.endsWith('.json'))
    expect(files.sort()).toEqual(languageCodes.map((code) => `${code}.json`).sort())
  })
})
