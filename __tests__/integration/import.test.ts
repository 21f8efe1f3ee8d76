import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { account, openDesk, pictureOf } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

let room: TestNewsroom
let folder: string

const content = path.join(import.meta.dirname, '../../content')

beforeAll(async () => {
  room = await newsroomForTest()
  folder = await mkdtemp(path.join(tmpdir(), 'edition-'))
  await cp(content, folder, { recursive: true })
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await room.close()
})

async function load() {
  const { importEdition } = await import('../../newsroom/import/load.ts')
  // Small pictures: what is tested is the edition, not the drawing.
  return await importEdition({
    payload: room.payload,
    edition: 'sample',
    folder,
    picture: pictureOf,
  })
}

const count = async (collection: 'articles' | 'media' | 'sections' | 'pages') =>
  (await room.payload.count({ collection })).totalDocs

describe('sample edition', () => {
  it('is large enough, in both languages, and loads through the newsroom’s own rules', async () => {
    await load()
    const { payload } = room
    const published = async (language: string) =>
      (
        await payload.count({
          collection: 'articles',
          where: {
            and: [{ language: { equals: language } }, { _status: { equals: 'published' } }],
          },
        })
      ).totalDocs
    expect(await published('en')).toBeGreaterThanOrEqual(24)
    expect(await published('zh')).toBeGreaterThanOrEqual(20)
    expect(await count('sections')).toBeGreaterThanOrEqual(6)
  }, 120_000)

  it('loads again without making anything twice', async () => {
    const before = await count('articles')
    expect(await load()).toEqual({ created: 0 })
    expect(await count('articles')).toBe(before)
  }, 120_000)

  it('is taken out again, and nothing else is touched', async () => {
    const { payload } = room
    await account(payload, 'admin')
    const desk = await openDesk(payload).catch(() => null)
    // The edition has a section of that name: a story of the desk's own stands in it.
    expect(desk).toBeNull()
    const { docs } = await payload.find({ collection: 'articles', limit: 1, depth: 0 })
    const [sample] = docs
    if (!sample) throw new Error('no story')
    const own = await payload.create({
      collection: 'articles',
      data: {
        language: 'en',
        headline: 'Our own',
        standfirst: 'Not a sample.',
        section: sample.section,
        bylines: sample.bylines.map(({ person, role }) => ({ person, role })),
        picture: sample.picture,
        publishedAt: '2026-01-02T03:04:05.000Z',
        _status: 'published',
      },
    })
    const { removeEdition } = await import('../../newsroom/import/remove.ts')
    await removeEdition(payload, 'sample')
    const left = await payload.find({ collection: 'articles', depth: 0 })
    expect(left.docs.map(({ id }) => id)).toEqual([own.id])
    expect(left.docs[0]).toMatchObject({ section: sample.section, picture: sample.picture })
    expect(await count('sections')).toBe(1)
    expect(await count('media')).toBe(1)
    expect(await count('pages')).toBe(0)
  }, 120_000)

  it('a file that is wrong is named, with what is wrong in it', async () => {
    const file = path.join(folder, 'stories', 'hotpot', 'en.md')
    await writeFile(file, '---\nheadline: x\nsection: Not A Slug\n---\n')
    await expect(load()).rejects.toThrow(/stories\/hotpot\/en\.md: .*section: is not a slug/)
  })
})
