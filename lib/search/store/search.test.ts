import type { Database } from '../../../newsroom/database.ts'
import { postgresIndex } from '../postgres.ts'
import { readQuery } from '../query/query.ts'
import type { Cursor } from '../search-index.ts'

/** Answers statements in turn, with rows or with an error; then with none. */
function databaseOf(...answers: (Record<string, unknown>[] | Error)[]) {
  let asked = 0
  const execute = async () => {
    const answer = answers[asked++] ?? []
    if (answer instanceof Error) throw answer
    return { rows: answer }
  }
  return { database: { execute } as unknown as Database, asked: () => asked }
}

const failed = (code: string) =>
  Object.assign(new Error('failed'), { cause: Object.assign(new Error('of PostgreSQL'), { code }) })
const tooLong = failed('57014')
const search = (database: Database, after: Cursor | null = null) =>
  postgresIndex(database).search(readQuery('bridge'), { languages: [] }, { size: 2, after })
const limited: Record<string, unknown>[] = []
const noNames: Record<string, unknown>[] = []
const stories = [
  {
    ids: '{3,2,1}',
    languages: '{en,en,en}',
    sections: '{1,1,1}',
    days: '{20758,20758,20758}',
    ranks: '{0.5,0.5,0.5}',
  },
]

describe('a search whose time is up', () => {
  it('shows what was found until then, and says so; no page follows', async () => {
    const { database } = databaseOf(limited, noNames, stories, tooLong)
    expect(await search(database)).toEqual({
      found: [
        { id: 3, language: 'en' },
        { id: 2, language: 'en' },
      ],
      count: 3,
      more: false,
      sections: [{ section: 1, count: 3 }],
      next: null,
      broken: true,
    })
  })

  it('shows no story again on a page behind another', async () => {
    const { database } = databaseOf(limited, noNames, stories, tooLong)
    const page = await search(database, { score: 900_000, id: 9, day: 20_000 })
    expect(page).toMatchObject({ found: [], next: null, broken: true })
  })

  it('is answered also when its names alone took too long', async () => {
    const { database } = databaseOf(limited, tooLong)
    expect(await search(database)).toMatchObject({ found: [], count: 0, broken: true })
  })

  it('proposes nothing while somebody types', async () => {
    const suggested = postgresIndex(databaseOf(limited, tooLong).database).suggest('bri', 'en', 8)
    await expect(suggested).resolves.toEqual([])
    const spelt = postgresIndex(databaseOf(limited, tooLong).database).spellings('brigde', 'en')
    await expect(spelt).resolves.toEqual([])
  })
})

it('what fails for another reason fails, without the words of a reader', async () => {
  const broken = failed('53100')
  for (const asked of [
    search(databaseOf(limited, broken).database),
    postgresIndex(databaseOf(limited, broken).database).suggest('bri', 'en', 8),
    postgresIndex(databaseOf(limited, broken).database).spellings('brigde', 'en'),
  ])
    await expect(asked).rejects.toThrow('The search index gave no answer (53100)')
})

it('a time to come is not asked for: nothing is of it', async () => {
  const { database, asked } = databaseOf()
  const since = new Date(Date.now() + 400 * 24 * 60 * 60 * 1000).toISOString()
  const page = { size: 2, after: null }
  const { count } = await postgresIndex(database).search(
    readQuery('bridge'),
    { languages: [], since },
    page,
  )
  expect(count).toBe(0)
  // The limit of time and the names.
  expect(asked()).toBe(2)
})
