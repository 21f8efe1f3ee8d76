import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { jest } from '@jest/globals'
import { ImageResponse } from '@vercel/og'
import sharp, { type Region } from 'sharp'
import { type DrawingKind, drawingSizes } from './address.ts'
import { draw, mostBytes } from './draw.ts'
import { TextBlock } from './layouts/parts.tsx'
import { palette } from './palette.ts'
import type { DrawingSpec } from './spec.ts'
import { fitText } from './type/break-lines.ts'
import { drawable } from './type/drawable.ts'
import { loadedFonts } from './type/typecase.ts'

const media = mkdtempSync(path.join(tmpdir(), 'drawings-'))
const fetched = jest.spyOn(globalThis, 'fetch')
const connected = jest.spyOn(Socket.prototype, 'connect')

beforeAll(async () => {
  fetched.mockRejectedValue(new Error('no network'))
  mkdirSync(path.join(media, '1-noise'))
  // Noise is what JPEG keeps worst: no photograph is larger.
  for (const [name, width, height] of [
    ['square-640', 640, 640],
    ['wide-1280', 1280, 720],
    ['wide-960', 960, 540],
  ] as const) {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const file = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
      .jpeg({ quality: 90 })
      .toBuffer()
    writeFileSync(path.join(media, '1-noise', `${name}.jpg`), file)
  }
})
beforeEach(() => {
  fetched.mockClear()
  connected.mockClear()
})
afterAll(() => rmSync(media, { recursive: true }))

const spec: DrawingSpec = {
  form: 'story',
  language: 'zh',
  path: '/zh/2023/11/10/an-oil-state-looks-upriver',
  site: 'iChongqing',
  kicker: '科技会客厅😀',
  title:
    '憂鬱臺灣龜：𠮷野家的“Smart”桥梁——（上）👍🏽，以及超级长的后续报道与更多的内容以及其他种种',
  text: '《一带一路》科技交流大会在重庆举行。',
  accent: 'jade',
  picture: { stem: '1-noise', width: 1920, height: 1200 },
  poster: {
    standfirst: '他说：“走！”她说：“好。”❤️ 于是他们坐上了2号线。',
    date: '2023年11月10日',
    address: 'https://www.example.com/zh/2023/11/10/an-oil-state-looks-upriver',
  },
}
const pixels = async (bytes: Buffer | Uint8Array) =>
  await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })

/** Greatest distance of any pixel of a box from a colour, 0–255. */
async function farthest(bytes: Uint8Array, box: Region, colour: string): Promise<number> {
  const { data } = await pixels(await sharp(bytes).extract(box).png().toBuffer())
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return data.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (channels[at % 3] ?? 0))),
    0,
  )
}

describe('a drawing', () => {
  it.each(Object.keys(drawingSizes) as DrawingKind[])(
    'as %s has its size, stays below its weight, and fetches nothing',
    async (kind) => {
      const bytes = await draw(spec, kind, media)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', ...drawingSizes[kind] })
      expect(bytes.length).toBeLessThanOrEqual(mostBytes[kind])
      expect(fetched).not.toHaveBeenCalled()
      expect(connected).not.toHaveBeenCalled()
    },
  )

  it.each([
    ['en', 'Unbreakable'.repeat(20)],
    [
      'en',
      'How a train came to stop inside an apartment block and what its engineers remember of it all',
    ],
    ['zh', spec.title],
  ] as const)('keeps its margins clear of words (%s)', async (language, title) => {
    const bytes = await draw({ ...spec, language, title, picture: null }, 'wide', media)
    const beside = { top: 12, height: 520 }
    expect(await farthest(bytes, { left: 0, width: 52, ...beside }, palette.paper)).toBeLessThan(24)
    expect(await farthest(bytes, { left: 680, width: 32, ...beside }, palette.paper)).toBeLessThan(
      24,
    )
  })

  it('without its picture is refused, not drawn wrong', async () => {
    const picture = { stem: '2-gone', width: 1920, height: 1200 }
    await expect(draw({ ...spec, picture }, 'wide', media)).rejects.toThrow('missing')
  })
})

describe('glyphs', () => {
  const size = 64
  const cell = 96
  const setting = { language: 'zh', weight: 'head', tracking: 0 } as const
  /** The pixels of each character, set as drawings set a line, in a cell of its own. */
  async function cells(text: string): Promise<Buffer[]> {
    const characters = Array.from(text)
    const room = { width: cell, most: 1, sizes: [size] }
    const width = cell * characters.length
    const sheet = (
      <div style={{ display: 'flex', width, height: cell, backgroundColor: '#ffffff' }}>
        {characters.map((character, index) => (
          <TextBlock
            key={character}
            fitted={fitText(character, room, setting)}
            left={cell * index + 32}
            top={0}
            leading={1.5}
            colour="#000000"
          />
        ))}
      </div>
    )
    const drawn = new ImageResponse(sheet, { width, height: cell, fonts: loadedFonts() })
    const whole = sharp(Buffer.from(await drawn.arrayBuffer()))
      .removeAlpha()
      .greyscale()
    const image = await whole.png().toBuffer()
    return await Promise.all(
      characters.map((_, index) =>
        sharp(image)
          .extract({ left: cell * index, top: 0, width: cell, height: cell })
          .raw()
          .toBuffer(),
      ),
    )
  }
  const ink = (one: Buffer): number => one.filter((value) => value < 128).length

  /** What is drawn for a character without a glyph; only the library itself can be made to show it. */
  async function tofu(): Promise<number> {
    await cells('重')
    const box = (
      <div
        style={{
          display: 'flex',
          width: 96,
          height: 96,
          backgroundColor: '#ffffff',
          fontSize: size,
        }}
      >
        𠮷
      </div>
    )
    const drawn = new ImageResponse(box, { width: 96, height: 96, fonts: loadedFonts() })
    return ink((await pixels(Buffer.from(await drawn.arrayBuffer()))).data) / 3
  }

  it.each([
    ['common', '重庆长江索道穿楼轻轨火锅'],
    ['traditional', '憂鬱臺灣龜鐵廳體國學'],
    ['rare', '龑囍彧翀垚淼槑犇骉'],
    ['full-width punctuation', '，。！？；：（《“—…'],
    ['mixed with Latin', 'AI与5G智能Ōé'],
  ])('%s ones have ink, each its own', async (_, text) => {
    expect(drawable(text, 'head', 'zh')).toBe(text)
    const drawn = await cells(text)
    for (const one of drawn) expect(ink(one)).toBeGreaterThan(20)
    const different = new Set(drawn.map((one) => one.toString('base64')))
    expect(different.size).toBe(Array.from(text).length)
    expect(fetched).not.toHaveBeenCalled()
  })

  it('that are missing would be fetched, had they not been replaced before', async () => {
    const silent = jest.spyOn(console, 'error').mockImplementation(() => {})
    const inkOfTofu = await tofu()
    expect(fetched).toHaveBeenCalled()
    silent.mockRestore()
    fetched.mockClear()
    const [geta] = await cells(drawable('𠮷', 'head', 'zh'))
    expect(fetched).not.toHaveBeenCalled()
    expect(Math.abs(ink(geta ?? Buffer.alloc(0)) - inkOfTofu)).toBeGreaterThan(100)
  })
})
