import type { DrawnAddress } from './address.ts'
import { drawingPath, parseDrawingAddress } from './address.ts'
import { type DrawingSpec, drawingOf } from './spec.ts'

const spec: DrawingSpec = {
  form: 'story',
  language: 'en',
  path: '/en/2023/11/10/an-oil-state-looks-upriver',
  site: 'iChongqing',
  kicker: 'Tech Insiders',
  title: 'An oil state looks upriver',
  text: null,
  accent: 'jade',
  picture: { stem: '12-9f8e7d6c', width: 1920, height: 1080 },
  poster: {
    standfirst: 'It asks for know-how.',
    date: '10 November 2023',
    address: 'https://www.example.com/en/2023/11/10/an-oil-state-looks-upriver',
  },
}
const pathOf = (changes: Partial<DrawingSpec>, kind: 'wide' | 'poster' = 'wide') =>
  drawingOf({ ...spec, ...changes }, kind).path

describe('addresses of drawings', () => {
  it('are read as they are written', () => {
    const drawing = drawingOf(spec, 'square')
    expect(drawing).toMatchObject({ width: 800, height: 800, type: 'image/jpeg' })
    const address = parseDrawingAddress(drawing.path)
    expect(address).toMatchObject({ kind: 'square', page: { kind: 'story', day: '10' } })
    expect(drawing.path).toBe(drawingPath('square', address?.hash ?? '', spec.path))
  })

  it.each([
    ['headline', { title: 'An oil state looks downriver' }],
    ['picture, or the point in it that is kept', { picture: { ...spec.picture, stem: '12-0' } }],
    ['kicker', { kicker: null }],
    ['name of the portal', { site: 'Chongqing' }],
    ['colour of the section', { accent: 'dusk' }],
  ])('change with the %s', (_, changes) => {
    expect(pathOf(changes as Partial<DrawingSpec>)).not.toBe(pathOf({}))
  })

  it('stay when only what other kinds show has changed', () => {
    const poster = { standfirst: 'Else.', date: '11 November 2023', address: 'https://a.example/' }
    expect(pathOf({ poster })).toBe(pathOf({}))
    expect(pathOf({ poster }, 'poster')).not.toBe(pathOf({}, 'poster'))
  })

  it.each([
    '/drawings/wide-3f9ab2c1d4e5/en.jpg',
    '/drawings/wide-3f9ab2c1d4e5/zh/city/archive/2023-11.jpg',
    '/drawings/wide-3f9ab2c1d4e5/zh/message.jpg',
  ])('lead to their page: %s', (path) => {
    const page = parseDrawingAddress(path)?.page as DrawnAddress
    expect(page.language).toBe(path.includes('/en') ? 'en' : 'zh')
  })

  it.each([
    '/drawings/wide-3f9ab2c1d4e5/en/.jpg',
    '/drawings/wide-3f9ab2c1d4/en.jpg',
    '/drawings/wide-3F9AB2C1D4E5/en.jpg',
    '/drawings/tall-3f9ab2c1d4e5/en.jpg',
    '/drawings/square-3f9ab2c1d4e5/en/city.jpg',
    '/drawings/wide-3f9ab2c1d4e5/en/feed.xml.jpg',
    '/drawings/wide-3f9ab2c1d4e5/en/message/thanks.jpg',
    '/drawings/wide-3f9ab2c1d4e5/en/2023/11/10/slug.png',
    '/drawings/wide-3f9ab2c1d4e5/fr.jpg',
  ])('are no others: %s', (path) => {
    expect(parseDrawingAddress(path)).toBeNull()
  })

  it('are not made of squares and posters of lists', () => {
    expect(() => drawingOf({ ...spec, form: 'list' }, 'poster')).toThrow('No poster')
  })
})
