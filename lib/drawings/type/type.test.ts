import { readFileSync } from 'node:fs'
import path from 'node:path'
import { palette } from '../palette.ts'
import { fitText, piecesOf } from './break-lines.ts'
import { composeLine } from './compose.ts'
import { drawable, geta } from './drawable.ts'

const zh = { language: 'zh', weight: 'head', tracking: 0 } as const
const en = { language: 'en', weight: 'head', tracking: -0.012 } as const
const room = { width: 540, most: 3, sizes: [56, 46] }
const headlines = [
  '从“山城”到“桥都”：一座城市（以及两条江）三十年的故事，下一个三十年怎么写？',
  '访委内瑞拉副部长：“向上游看”，《一带一路》科技交流大会在重庆举行……',
  'AI、5G与8090米：Smart China Expo 2026给智能网联新能源汽车带来了什么',
  '他说：“走！”她说：“好。”于是（终于）他们坐上了2号线，2005年的第一班',
]

describe('lines of a drawing', () => {
  it.each(headlines)('begin and end with what may stand there: %s', (headline) => {
    for (const width of [300, 380, 460, 540, 620]) {
      const { texts } = fitText(headline, { width, most: 9, sizes: [46] }, zh)
      expect(texts.join('').replaceAll(' ', '')).toBe(headline.replaceAll(' ', ''))
      for (const line of texts) {
        expect(line).not.toMatch(/^[，。、：；！？）》”…]/)
        expect(line).not.toMatch(/[（《“]$/)
      }
    }
  })

  it('keep Latin words, numbers and what they count whole', () => {
    const whole = piecesOf('AI、5G与8090米：Smart China Expo 2026在2026年11月')
    for (const word of ['5G', '8090米', 'Smart', 'Expo', '2026年', '11月'])
      expect(whole.some((piece) => piece.includes(word))).toBe(true)
  })

  it.each([
    [
      'en',
      en,
      'How a train came to stop inside an apartment block, and what those who drew both of them together remember of it',
    ],
    ['zh', zh, `${headlines[0]}${headlines[1]}`],
    [
      'one endless word',
      en,
      'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3),
    ],
    ['one endless word among Chinese', zh, `重庆${'Superkalifragilistik'.repeat(6)}重庆`],
  ] as const)(
    'are three at most, inside the margin, and say that more was there: %s',
    (_, set, text) => {
      const { lines, texts, setting } = fitText(text, room, set)
      expect(lines).toHaveLength(3)
      expect(texts.at(-1)).toMatch(/[^\p{P}\s]…$/u)
      expect(setting.size).toBe(46)
      for (const { width } of lines) expect(width).toBeLessThanOrEqual(room.width)
    },
  )

  it('are set large when there is room, and evenly', () => {
    const { setting, lines } = fitText('An oil state looks upriver to Chongqing', room, en)
    expect(setting.size).toBe(56)
    const widths = lines.map(({ width }) => width)
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2)
  })

  it('end where a thought does, when the lines stay even enough', () => {
    const { texts } = fitText(
      '委内瑞拉副部长在重庆：一头是石油，一头是人工智能',
      { ...room, width: 700 },
      zh,
    )
    expect(texts).toEqual(['委内瑞拉副部长在重庆：', '一头是石油，', '一头是人工智能'])
  })

  it('take Chinese marks from the Chinese face, and give up their empty halves', () => {
    const faces = (text: string, setting: typeof en | typeof zh) =>
      composeLine(text, { ...setting, size: 100 }).runs.map(({ face }) => face.family)
    expect(faces('“”——……', zh).every((face) => face.startsWith('noto'))).toBe(true)
    expect(faces('“It’s”—yes', en).every((face) => face.startsWith('source'))).toBe(true)
    const { width } = composeLine('《书》，“好”', { ...zh, size: 100 })
    expect(width).toBeLessThan(700)
  })
})

describe('characters of a drawing', () => {
  const clean = (text: string, language: 'en' | 'zh' = 'zh') => drawable(text, 'head', language)

  it.each([
    ['common, rare and traditional ones stay', '重庆山城憂鬱臺灣龜龑囍', '重庆山城憂鬱臺灣龜龑囍'],
    ['full-width punctuation stays', '《书》，“好”——（对）……！', '《书》，“好”——（对）……！'],
    ['emoji, their joiners and colours go', '山城👨‍👩‍👧‍👦夜景👍🏽🇨🇳❤️✨！', '山城夜景！'],
    ['a boxed digit stays a digit', '第1️⃣站', '第1站'],
    ['accents are joined to their letters', 'Cafe\u0301 Ōtsu Đà Nẵng', 'Café Ōtsu Đà Nẵng'],
    ['letters in disguise are shown', '𝐁𝐨𝐥𝐝 ㍿', 'Bold 株式会社'],
    ['controls and line breaks go', 'a\u202Eb\u0000c\n\td\u00ADe', 'abc de'],
    ['what no face has is a geta mark', '𠮷野 한', `${geta}野 ${geta}`],
    ['nothing is left of nothing', ' \u200D️😀 ', ''],
  ])('%s', (_, text, shown) => {
    expect(clean(text)).toBe(shown)
  })
})

it('colours are those of the pages', () => {
  const css = readFileSync(path.join(process.cwd(), 'app/tokens.css'), 'utf8')
  for (const [name, colour] of Object.entries(palette))
    expect(new RegExp(`--${name}: light-dark\\((#\\w+),`).exec(css)?.[1]).toBe(colour)
})
