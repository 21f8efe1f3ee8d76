import { availableWidths } from '../../lib/pictures.ts'
import { cropOf, stemOf, twoAtOnce } from '../../newsroom/media/renditions.ts'

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

describe('two at once', () => {
  it('does all, two at a time', async () => {
    let now = 0
    let most = 0
    const done: number[] = []
    await twoAtOnce([1, 2, 3, 4, 5], async (one) => {
      most = Math.max(most, ++now)
      await Promise.resolve()
      now--
      done.push(one)
    })
    expect(done.sort()).toEqual([1, 2, 3, 4, 5])
    expect(most).toBe(2)
  })

  it('says what failed, and begins nothing after it', async () => {
    const begun: number[] = []
    const work = async (one: number) => {
      begun.push(one)
      await Promise.resolve()
      if (one === 2) throw new Error('The disk is full')
    }
    await expect(twoAtOnce([1, 2, 3, 4, 5, 6], work)).rejects.toThrow('The disk is full')
    expect(begun).not.toContain(5)
  })
})
