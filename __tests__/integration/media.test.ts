import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { pictureFile } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

let room: TestNewsroom
beforeAll(async () => {
  room = await newsroomForTest()
})
afterAll(() => room.close())

const upload = (data: Buffer, name: string, mimetype: string) =>
  room.payload.create({
    collection: 'media',
    data: { alt: 'x', credit: 'y' },
    file: { data, name, mimetype, size: data.byteLength },
  })

const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3f8378' } })

describe('pictures', () => {
  it('have AVIF and JPEG renditions of every shape that the file is large enough for', async () => {
    const original = await noise(1400, 1000).jpeg().toBuffer()
    const { stem } = await upload(original, 'large.jpg', 'image/jpeg')
    const files = await readdir(path.join(room.dataDir, 'media', stem ?? ''))
    expect(files).toEqual(
      expect.arrayContaining([
        'wide-1280.avif',
        'whole-1280.jpg',
        'classic-1200.avif',
        'square-640.jpg',
      ]),
    )
    expect(files).not.toContain('wide-1920.avif')
    const info = await sharp(
      path.join(room.dataDir, 'media', stem ?? '', 'wide-640.avif'),
    ).metadata()
    expect([info.width, info.height, info.format]).toEqual([640, 360, 'heif'])
  })

  it('lose where they were taken, and keep who made them', async () => {
    const original = await noise(400, 300)
      .jpeg()
      .withExif({
        IFD0: { Artist: 'Chen Yingzhu', Copyright: 'Bridging News' },
        IFD3: { GPSLatitude: '29/1 33/1 0/1', GPSLatitudeRef: 'N' },
      })
      .toBuffer()
    expect(original.includes('Chen Yingzhu')).toBe(true)
    const { filename } = await upload(original, 'located.jpg', 'image/jpeg')
    const kept = await sharp(path.join(room.dataDir, 'uploads', filename ?? '')).metadata()
    const exifReader = (await import('exif-reader')).default
    const exif = exifReader(kept.exif ?? Buffer.alloc(0))
    expect(exif.Image).toMatchObject({ Artist: 'Chen Yingzhu', Copyright: 'Bridging News' })
    expect(exif.GPSInfo).toBeUndefined()
  })

  it.each([
    ['a page that calls itself a picture', Buffer.from('<html><script>1</script></html>')],
    ['a drawing that can hold script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['half a file', null],
  ])('%s is refused with a plain sentence', async (_what, bytes) => {
    const data = bytes ?? (await pictureFile('x.jpg')).data.subarray(0, 400)
    await expect(upload(data, 'evil.jpg', 'image/jpeg')).rejects.toThrow(/not a picture|invalid/i)
  })

  it('another focal point moves the crop and its address', async () => {
    const original = await noise(600, 1200).png().toBuffer()
    const picture = await upload(original, 'tall.png', 'image/png')
    const moved = await room.payload.update({
      collection: 'media',
      id: picture.id,
      data: { focalX: 50, focalY: 5 },
    })
    expect(moved.stem).not.toBe(picture.stem)
    const files = await readdir(path.join(room.dataDir, 'media', moved.stem ?? ''))
    expect(files).toContain('square-320.avif')
  })
})
