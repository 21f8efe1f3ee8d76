import { Pulse } from '../../../edge/renderer/pulse.ts'

let now: number
let pulse: Pulse
beforeEach(() => {
  now = 1000
  pulse = new Pulse({ after: 20_000, pause: 60_000, now: () => now })
})

const pages = ['/en', '/zh', '/en/city', '/zh/city', '/en/latest']
/** So many failures over so many ms, of several pages. */
function failFor(ms: number, of = pages) {
  for (let count = 0; count <= 5; count++) {
    pulse.miss(of[count % of.length] ?? '')
    if (count < 5) now += ms / 5
  }
}

describe('a renderer is ill', () => {
  it('when nothing but failures came of several pages, for long enough', () => {
    failFor(19_000)
    expect(pulse.isIll).toBe(false)
    now += 1000
    expect(pulse.isIll).toBe(true)
  })

  it('not when one page comes in between', () => {
    failFor(10_000)
    pulse.beat()
    failFor(15_000)
    expect(pulse.isIll).toBe(false)
  })

  it('not because of one page that never comes', () => {
    failFor(120_000, ['/en/broken'])
    expect(pulse.isIll).toBe(false)
  })

  it('and is cured later each time that the cure did not help', () => {
    const cures: number[] = []
    for (const began = now; now < began + 12 * 60_000; now += 1000) {
      for (const page of pages) pulse.miss(page)
      if (!pulse.isIll) continue
      cures.push((now - began) / 1000)
      pulse.treated()
      pulse.forget()
    }
    expect(cures).toEqual([20, 80, 200, 440])
  })
})
