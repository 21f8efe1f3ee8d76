import fc from 'fast-check'
import { languageCodes } from '../../languages.ts'
import { markersOfMonths, monthName, monthNumber, timeMarkers } from './markers.ts'
import { VectorBuilder } from './vector.ts'

const month = fc.integer({ min: 2008 * 12, max: 2031 * 12 })

describe('markers of time', () => {
  it('stand for every month of a span in the languages asked for, and for no other', () => {
    fc.assert(
      fc.property(
        fc.subarray([...languageCodes]),
        fc.constantFrom(...languageCodes),
        month,
        fc.integer({ min: 0, max: 60 }),
        month,
        (asked, language, first, length, other) => {
          const markers = new Set(markersOfMonths(asked, first, first + length))
          const at = `${monthName(other)}-14T12:00:00Z`
          const isMet = timeMarkers(language, at).some((marker) => markers.has(marker))
          const isWithin = other >= first && other <= first + length
          expect(isMet).toBe(isWithin && asked.includes(language))
          expect(monthNumber(at)).toBe(other)
        },
      ),
    )
  })

  it('are few, however long the span', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 240 }), (first, length) => {
        const markers = markersOfMonths(['en'], first, first + length)
        expect(markers.length).toBeLessThanOrEqual(2 * 11 + 20)
      }),
    )
  })
})

describe('a vector', () => {
  it('keeps the limits of PostgreSQL, however long the text', () => {
    const text = Array.from({ length: 40_000 }, (_, index) => `word${index % 9000} 重庆`).join(' ')
    const vector = new VectorBuilder().add(text, 'D').toString()
    const positions = [...vector.matchAll(/[:,](\d+)/g)].map(([, at]) => Number(at))
    expect(Math.max(...positions)).toBeLessThanOrEqual(16_383)
    expect(Math.min(...positions)).toBe(1)
    const longest = Math.max(...vector.split(' ').map((lexeme) => lexeme.split(',').length))
    expect(longest).toBeLessThanOrEqual(255)
    const many = Array.from({ length: 300_000 }, (_, index) => `w${index}`).join(' ')
    expect(Buffer.byteLength(new VectorBuilder().add(many, 'D').toString())).toBeLessThan(4_000_000)
  })
})
