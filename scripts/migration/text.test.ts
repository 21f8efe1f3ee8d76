import { blank, typed, withMigration } from './text.ts'

const list = `import * as initial from './20261124_102829_initial.ts'

/** In order. */
export const migrations = [
  { up: initial.up, down: initial.down, name: '20261124_102829_initial' },
]
`

it('lists a migration last', () => {
  expect(
    withMigration(list, '20261128_071105_more_words'),
  ).toBe(`import * as initial from './20261124_102829_initial.ts'
import * as moreWords from './20261128_071105_more_words.ts'

/** In order. */
export const migrations = [
  { up: initial.up, down: initial.down, name: '20261124_102829_initial' },
  { up: moreWords.up, down: moreWords.down, name: '20261128_071105_more_words' },
]
`)
})

it.each([
  ['a list of another form', 'export const migrations = all()\n', '20261128_071105_more'],
  ['a name without a date', list, 'more'],
])('refuses %s', (_, text, name) => {
  expect(() => withMigration(text, name)).toThrow('no room')
})

it('imports types as such, and refuses what it does not know', () => {
  const payloads = `import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {}
`
  expect(
    typed(payloads),
  ).toBe(`import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {}
`)
  expect(() => typed(blank)).toThrow('does not import')
})
