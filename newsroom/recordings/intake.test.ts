import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { takeRecording } from './intake.ts'

const film = await readFile(
  path.resolve(import.meta.dirname, '../../content/recordings/over-the-yangtze.mp4'),
)

describe('an uploaded recording', () => {
  it('is what its bytes say', async () => {
    expect(await takeRecording(film)).toMatchObject({
      kind: 'video',
      type: 'video/mp4',
      width: 960,
      height: 540,
      seconds: 25.05,
    })
  })

  it.each([
    ['a page under the name of a film', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a film that breaks off in its head', film.subarray(0, 40)],
    ['nothing', Buffer.alloc(0)],
  ])('is refused when it is %s', async (_name, data) => {
    expect(await takeRecording(data)).toHaveProperty('refused')
  })
})
