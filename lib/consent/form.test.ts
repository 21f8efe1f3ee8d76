import { pageOfForm, readAnswer } from './form.ts'

const form = (fields: Record<string, string>) =>
  new URLSearchParams({ revision: '2026-11-01', ...fields })

describe('the form of the cookie notice', () => {
  it('one button agrees to all, one to nothing, whatever boxes are ticked', () => {
    expect(readAnswer(form({ answer: 'accept' }))?.choices).toEqual({
      statistics: true,
      media: true,
    })
    expect(readAnswer(form({ answer: 'refuse', media: 'on' }))?.choices).toEqual({
      statistics: false,
      media: false,
    })
    expect(readAnswer(form({ answer: 'choose', media: 'on' }))?.choices).toEqual({
      statistics: false,
      media: true,
    })
  })

  it.each<Record<string, string>>([{}, { answer: 'yes' }, { answer: 'accept', revision: 'now' }])(
    'is refused as %j',
    (fields) => {
      expect(readAnswer(form(fields))).toBeNull()
    },
  )

  it.each([
    ['/zh/2026/11/18/liziba-monorail', '/zh/2026/11/18/liziba-monorail'],
    ['/en/city/archive/2026-11', '/en/city/archive/2026-11'],
    ['/zh/search?q=%E9%9B%BE&x=1', '/zh/search?q=%E9%9B%BE'],
    ['/en/about?q=1', '/en/about'],
    ['https://elsewhere.example/en', '/zh'],
    ['//elsewhere.example', '/zh'],
    ['/\\elsewhere.example', '/zh'],
    ['/en/about\r\nSet-Cookie: a=b', '/zh'],
    ['/admin', '/zh'],
    ['/zh/consent', '/zh'],
    ['/zh/message/send', '/zh'],
    ['', '/zh'],
  ])('on %j leads back to %s', (page, path) => {
    expect(pageOfForm(form({ page }), 'zh', null)).toBe(path)
  })

  it('on a page that does not know its own address leads back to where the browser was', () => {
    const unknown = form({ page: '/zh/-/not-found' })
    expect(pageOfForm(unknown, 'zh', '/zh/a/b/c')).toBe('/zh/a/b/c')
    expect(pageOfForm(form({ page: '/zh/about' }), 'zh', '/zh/a/b/c')).toBe('/zh/about')
  })
})
