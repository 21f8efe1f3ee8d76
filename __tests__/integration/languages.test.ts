import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

let room: TestNewsroom
beforeAll(async () => {
  room = await newsroomForTest()
})
afterAll(() => room.close())

describe('a further language', () => {
  it('reaches the database by itself, and only once', async () => {
    const { admitLanguages } = await import('../../newsroom/languages.ts')
    expect(await admitLanguages(room.payload)).toEqual([])
    const added = await admitLanguages(room.payload, ['en', 'zh', 'fr'])
    expect(added).toEqual(expect.arrayContaining(['_locales.fr', 'enum_articles_language.fr']))
    expect(await admitLanguages(room.payload, ['en', 'zh', 'fr'])).toEqual([])
  })
})
