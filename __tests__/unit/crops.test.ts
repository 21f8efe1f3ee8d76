import { availableWidths } from '../../lib/pictures.ts'
import { cropOf, stemOf } from '../../newsroom/media/renditions.ts'

describe('crops', () => {
  it.each([
    [
      { width: 4000, height: 1000 },
      { x: 90, y: 50 },
    ],
    [
      { width: 1000, height: 4000 },
      { x: 10, y: 5 },
    ],
    [
      { width: 1920, height: 1080 },
      { x: 0, y: 100 },
    ],
  ])('of %o hold the focal point %o', (size, focal) => {
    for (const ratio of [16 / 9, 4 / 3, 1]) {
      const crop = cropOf(size, ratio, focal)
      const x = (focal.x / 100) * size.width
      const y = (focal.y / 100) * size.height
      expect(crop.left).toBeLessThanOrEqual(x)
      expect(crop.left + crop.width).toBeGreaterThanOrEqual(x)
      expect(crop.top).toBeLessThanOrEqual(y)
      expect(crop.top + crop.height).toBeGreaterThanOrEqual(y)
      expect(crop.left + crop.width).toBeLessThanOrEqual(size.width)
      expect(crop.top + crop.height).toBeLessThanOrEqual(size.height)
    }
  })

  it('a small picture has one width of each shape, never larger than itself', () => {
    const small = { width: 200, height: 100 }
    expect(availableWidths(small, 'whole')).toEqual([200])
    expect(availableWidths(small, 'square')).toEqual([100])
  })

  it('another focal point gives another address', () => {
    expect(stemOf('hash', { x: 50, y: 50 })).not.toBe(stemOf('hash', { x: 51, y: 50 }))
  })
})
