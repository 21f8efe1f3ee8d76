import { formatConsent, parseConsent, readConsent } from './cookie.ts'

const now = Date.parse('2026-11-24T10:00:00Z')
const choice = { revision: '2026-11-01', day: '2026-11-20', statistics: true, media: false }
const value = 'v1.r2026-11-01.d2026-11-20.statistics-yes.media-no'
const cookie = (over: Partial<typeof choice>) =>
  `a=b; portal_consent=${formatConsent({ ...choice, ...over })}`

describe('the consent cookie', () => {
  it('is written and read in one form, which needs no encoding', () => {
    expect(formatConsent(choice)).toBe(value)
    expect(parseConsent(value)).toEqual(choice)
    expect(encodeURIComponent(value)).toBe(value)
  })

  it.each([
    '',
    'true',
    value.replace('v1', 'v0'),
    value.replace('v1', 'v2'),
    `${value}.more`,
    value.replace('yes', 'maybe'),
    value.replace('2026-11-20', 'yesterday'),
    value.replace('2026-11-20', '2026-99-99'),
    `"${value}"`,
    '%00%ff',
    'x'.repeat(10_000),
  ])('is ignored when it says %j', (malformed) => {
    expect(readConsent(`portal_consent=${malformed}`, '2026-11-01', now)).toBeNull()
  })

  it.each([
    ['of this revision', {}, true],
    ['of a later revision than a page that was kept', { revision: '2026-11-20' }, true],
    ['of an earlier revision', { revision: '2026-10-31' }, false],
    ['from before there was a revision', { revision: '0' }, false],
    ['180 days old', { day: '2026-05-29' }, true],
    ['181 days old', { day: '2026-05-27' }, false],
    ['of tomorrow, where clocks differ', { day: '2026-11-25' }, true],
    ['of the day after tomorrow', { day: '2026-11-26' }, false],
  ])('%s holds or is asked again', (_what, over, holds) => {
    expect(readConsent(cookie(over), '2026-11-01', now) !== null).toBe(holds)
  })

  it('is found behind a malformed one of the same name, and never in another', () => {
    expect(readConsent(`portal_consent=x; portal_consent=${value}`, '0', now)).not.toBeNull()
    expect(readConsent(`not_portal_consent=${value}`, '0', now)).toBeNull()
  })
})
