import fc from 'fast-check'
import { fold, foldCodePoint, foldedText } from './fold.ts'
import { foldHan } from './han.ts'
import { slotsOf } from './slots.ts'
import { tokensOf } from './tokens.ts'

const terms = (text: string) => tokensOf(slotsOf(text)).map(({ term }) => term)
const han = fc.string({
  unit: fc.constantFrom(...'重庆轻轨穿楼而过长江索道火锅網絡髮發裏里𠮷々〇一二三'),
  minLength: 2,
  maxLength: 30,
})
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'重庆ab1２ｅÉß-’\'.," \u0301\ud83d\n５G网絡々〇'),
    maxLength: 40,
  }),
)

describe('folding', () => {
  it('is the same for a part of a text as for the part within the whole', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        // Halves of a surrogate pair that meet are another character.
        fc.pre(!/[\ud800-\udbff]$/.test(a))
        expect(foldedText(a + b)).toBe(foldedText(a) + foldedText(b))
      }),
    )
  })

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(foldedText(foldedText(text))).toBe(foldedText(text))
      }),
    )
  })

  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['Élan São Łódź Straße', 'elan sao lodz strasse'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['①②', '12'],
  ])('%s is compared as %s', (text, folded) => {
    expect(foldedText(text)).toBe(folded)
  })

  it.each([
    '发發髮',
    '里裏裡',
    '后後',
    '面麵',
    '台臺颱檯',
    '干乾幹',
    '着著',
    '了瞭',
    '网網',
    '为為爲',
    '众眾衆',
  ])('%s are one character', (family) => {
    expect(new Set([...family].map(foldHan)).size).toBe(1)
  })

  it('keeps characters apart that no script writes for each other', () => {
    const common = '重庆长江火锅桥城市山水人民大小上中下国家文化历史'
    expect(new Set([...common].map(foldHan)).size).toBe(common.length)
  })

  it('knows every code point without failing', () => {
    let length = 0
    for (let point = 0; point <= 0x10ffff; point += 11) length += foldCodePoint(point).length
    expect(length).toBeGreaterThan(0)
  })
})

describe('tokens', () => {
  it('every stretch of Han of two or more is a chain of pairs of the text, in a row', () => {
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
        const chars = [...text]
        const from = a % (chars.length - 1)
        const part = chars.slice(from, from + 2 + (b % (chars.length - from - 1))).join('')
        const whole = tokensOf(slotsOf(text))
        const pairs = tokensOf(slotsOf(part)).filter(
          ({ term }) => [...term].length === 2 && !/\d/.test(term),
        )
        for (const { term, at } of pairs) expect(whole).toContainEqual({ term, at: at + from })
        expect(pairs.length).toBeGreaterThan(0)
      }),
    )
  })

  it('stand at slots of the text, and offsets lie within it and go forward', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = slotsOf(text)
        for (const { term, at } of tokensOf(read)) {
          expect(read.slots[at]).toBeDefined()
          // What PostgreSQL cannot hold, and what begins as a marker does.
          expect(term).toMatch(/^[\p{L}\p{N}\p{Script=Han}ー]+$/u)
        }
        let end = 0
        for (const slot of read.slots) {
          expect(slot.start).toBeGreaterThanOrEqual(Math.min(end, slot.start))
          expect(slot.end).toBeGreaterThan(slot.start)
          end = slot.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each([
    ['5G网络', ['5g', '5', 'g', '网络']],
    ['iPhone用户', ['iphon', '用户']],
    ['二〇二三年', ['2023', '二〇', '三年']],
    ['Chongqing’s bridges', ['chongq', 'bridg']],
    ['the drivers’ stories', ['driver', 'stori']],
    ['well-known', ['well', 'known', 'wellknown']],
    ['e-mail', ['e', 'mail', 'email']],
    ['100,000 people', ['100000', 'peopl']],
    ['don’t', ['dont']],
  ])('%s is found by %j', (text, wanted) => {
    for (const term of wanted) expect(terms(text).map(foldedText)).toContain(foldedText(term))
  })

  it('a possessive is the word itself', () => {
    expect(terms('Chongqing’s')).toEqual(terms("Chongqing's"))
    expect(terms('Chongqing’s')).toEqual(terms('Chongqing'))
  })
})

it('a text of plain letters is folded as the same letters are within any other', () => {
  const plain = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')
  expect(fold(plain)).toEqual(fold(`${plain}重`).slice(0, -1))
  expect(foldedText(plain)).toBe(foldedText(`${plain}重`).slice(0, -1))
})
