import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { adapterOf } from '../../newsroom/database.ts'
import { type Desk, openDesk, refusalOf } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

let room: TestNewsroom
let desk: Desk
const file = path.join(import.meta.dirname, '../../content/recordings/over-the-yangtze.mp4')
const captions = (words: string) => `WEBVTT\n\n00:00.500 --> 00:06.000\n${words}\n`

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
})
afterAll(() => room.close())

/** Keys written to the outbox since a moment of the log. */
async function keysSince(seen: number): Promise<string[]> {
  const { pool } = adapterOf(room.payload)
  const { rows } = await pool.query('select keys from outbox where id > $1', [seen])
  return rows.flatMap(({ keys }: { keys: string[] }) => keys)
}
async function lastOutbox(): Promise<number> {
  const { pool } = adapterOf(room.payload)
  const { rows } = await pool.query('select coalesce(max(id), 0) as id from outbox')
  return Number(rows[0].id)
}

const upload = async (data: Buffer, name = 'film.mp4') =>
  room.payload.create({
    collection: 'recordings',
    data: { title: 'Over the river', captions: captions('Two cars.') },
    file: { data, name, mimetype: 'video/mp4', size: data.byteLength },
  })

describe('recordings', () => {
  it('are described by their bytes, and laid out with their captions', async () => {
    const { id, stem, kind, seconds, width, mimeType } = await upload(await readFile(file))
    expect({ kind, seconds, width, mimeType }).toEqual({
      kind: 'video',
      seconds: 25.05,
      width: 960,
      mimeType: 'video/mp4',
    })
    const folder = path.join(room.dataDir, 'media', stem ?? '')
    expect(await readFile(path.join(folder, 'film.mp4'))).toEqual(await readFile(file))
    await room.payload.update({
      collection: 'recordings',
      id,
      locale: 'zh',
      data: { captions: captions('两辆车厢。') },
    })
    expect((await readdir(folder)).filter((name) => name.endsWith('.vtt'))).toHaveLength(2)
    await room.payload.delete({ collection: 'recordings', id })
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  it('may be sound as Apple marks it', async () => {
    const sound = await readFile(path.join(path.dirname(file), 'how-to-make-a-fog-zh.m4a'))
    const { kind, mimeType, width } = await upload(sound, 'fog.m4a')
    expect({ kind, mimeType, width }).toEqual({ kind: 'audio', mimeType: 'audio/mp4', width: null })
  })

  it('are refused when they are no recording, whatever they are called', async () => {
    await expect(upload(Buffer.from('<script>alert(1)</script>'))).rejects.toThrow('MP4 or WebM')
    const nothing = room.payload.create({ collection: 'recordings', data: { title: 'Nothing' } })
    await expect(nothing).rejects.toThrow('give a link')
  })

  it('have captions that a browser can read, and links that lead somewhere', async () => {
    const wrong = room.payload.create({
      collection: 'recordings',
      data: { title: 'Wrong', link: 'javascript:alert(1)', captions: 'Two cars.' },
    })
    expect(Object.keys(await refusalOf(wrong)).sort()).toEqual(['captions', 'link'])
  })

  it('are what a video story is published with', async () => {
    const without = room.payload.create({
      collection: 'articles',
      data: desk.story({ slug: 'without-film', format: 'video' }),
    })
    expect(Object.keys(await refusalOf(without))).toEqual(['recording'])
  })

  it('touch the stories that play them, by name and by search', async () => {
    const { id } = await room.payload.create({
      collection: 'recordings',
      data: { title: 'By link', link: 'https://www.bilibili.com/video/BV1xx411c7mD' },
    })
    const story = await room.payload.create({
      collection: 'articles',
      data: desk.story({ slug: 'with-film', recording: id, format: 'video' }),
    })
    const before = await lastOutbox()
    await room.payload.update({
      collection: 'recordings',
      id,
      data: { transcript: 'A cormorant dives.' },
    })
    expect(await keysSince(before)).toContain(`recordings:${id}`)
    const { pool } = adapterOf(room.payload)
    const { rows } = await pool.query(
      `select story_id from search_stories where words @@ to_tsquery('simple', 'cormor:*')`,
    )
    expect(rows.map(({ story_id }) => Number(story_id))).toEqual([story.id])
  })
})
