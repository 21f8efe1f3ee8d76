import { formatDate, formatDateTime, formatMonth, isoInNewsroomZone } from './dates.ts'

const lateInLondon = '2023-11-09T23:30:00Z'

describe('dates of both editions', () => {
  it('are those of Chongqing, whatever the zone of the machine', () => {
    expect(formatDate('en', lateInLondon)).toBe('10 November 2023')
    expect(formatDate('zh', lateInLondon)).toBe('2023年11月10日')
    expect(isoInNewsroomZone(lateInLondon)).toBe('2023-11-10T07:30:00+08:00')
  })

  it('name the zone when they name the hour', () => {
    expect(formatDateTime('en', lateInLondon)).toMatch(
      /^10 November 2023.* 07:30 China Standard Time$/,
    )
    expect(formatDateTime('zh', lateInLondon, '（北京时间）')).toMatch(/^2023年11月10日 07:30/)
  })

  it('name months', () => {
    expect(formatMonth('en', '2023-11')).toBe('November 2023')
    expect(formatMonth('zh', '2023-11')).toBe('2023年11月')
  })

  it('refuse what is no time', () => {
    expect(() => formatDate('en', 'yesterday')).toThrow('Not a time: yesterday')
  })
})
