import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { adapterOf } from '../../newsroom/database.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

const folder = path.resolve('newsroom/migrations')
let newsroom: TestNewsroom
beforeAll(async () => {
  newsroom = await newsroomForTest()
})
afterAll(() => newsroom.close())

it('lead to the collections as they are: npm run migration has nothing to write', async () => {
  const snapshots = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const last = JSON.parse(readFileSync(path.join(folder, snapshots.sort().at(-1) ?? ''), 'utf8'))
  const adapter = adapterOf(newsroom.payload)
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  expect(await generateMigration(last, await generateDrizzleJson(adapter.schema))).toEqual([])
})
