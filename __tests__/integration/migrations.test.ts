import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateTypes } from 'payload/node'
import pg from 'pg'
import { adapterOf } from '../../newsroom/database.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Snapshot = {
  tables: Record<string, { name: string; columns: Record<string, unknown> }>
  enums: unknown
}

const folder = path.resolve('newsroom/migrations')
let newsroom: TestNewsroom
let last: Snapshot
beforeAll(async () => {
  newsroom = await newsroomForTest()
  const snapshots = readdirSync(folder).filter((name) => name.endsWith('.json'))
  last = JSON.parse(readFileSync(path.join(folder, snapshots.sort().at(-1) ?? ''), 'utf8'))
})
afterAll(() => newsroom.close())

it('kept the collections as they are: npm run migration has nothing to write', async () => {
  const adapter = adapterOf(newsroom.payload)
  const { tables, enums } = await adapter.requireDrizzleKit().generateDrizzleJson(adapter.schema)
  expect(JSON.parse(JSON.stringify({ tables, enums }))).toEqual({
    tables: last.tables,
    enums: last.enums,
  })
})

it('made every column of them', async () => {
  const client = new pg.Client({ connectionString: newsroom.databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  )
  await client.end()
  const there = new Set(rows.map(({ name }) => name))
  const wanted = Object.values(last.tables).flatMap(({ name, columns }) =>
    Object.keys(columns).map((column) => `${name}.${column}`),
  )
  expect(wanted.length).toBeGreaterThan(300)
  expect(wanted.filter((name) => !there.has(name))).toEqual([])
})

it('go with the types of the collections', async () => {
  const { config } = newsroom.payload
  const place = mkdtempSync(path.join(tmpdir(), 'types-'))
  const outputFile = path.join(place, 'types.ts')
  const typescript = { ...config.typescript, outputFile }
  await generateTypes({ ...config, typescript }, { log: false })
  const [now, kept] = [outputFile, 'newsroom/payload-types.ts'].map((file) =>
    readFileSync(file, 'utf8'),
  )
  rmSync(place, { recursive: true })
  expect(now).toBe(kept)
})
