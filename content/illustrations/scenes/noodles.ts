import { at, ellipse, ground, type Kit, line, n, path, poly, rect, stroke, times } from '../kit.ts'
import { bowl, lift } from './noodle-bowl.ts'

const JADE = '#2f9189'
const JADE_DARK = '#1d655f'
const JADE_LIGHT = '#62bdb0'

/** A plastic stool seen from slightly above: seat `w` wide, standing `h` high at 0, 0. */
function stool(w: number, h: number): string {
  const half = w / 2
  return (
    poly(
      [
        [-half * 0.72, -h],
        [-half * 0.5, -h],
        [-half * 0.62, -h * 0.04],
        [-half * 0.86, -h * 0.04],
      ],
      JADE_DARK,
    ) +
    poly(
      [
        [half * 0.72, -h],
        [half * 0.5, -h],
        [half * 0.62, -h * 0.04],
        [half * 0.86, -h * 0.04],
      ],
      JADE_DARK,
    ) +
    poly(
      [
        [-half, -h],
        [-half * 0.74, -h],
        [-half * 0.92, 0],
        [-half * 1.22, 0],
      ],
      JADE,
    ) +
    poly(
      [
        [half, -h],
        [half * 0.74, -h],
        [half * 0.92, 0],
        [half * 1.22, 0],
      ],
      JADE,
    ) +
    poly(
      [
        [-half * 1.03, -h * 0.62],
        [half * 1.03, -h * 0.62],
        [half * 1.07, -h * 0.5],
        [-half * 1.07, -h * 0.5],
      ],
      JADE,
    ) +
    poly(
      [
        [-half, -h + 4],
        [half, -h + 4],
        [half * 1.05, -h + w * 0.17],
        [-half * 1.05, -h + w * 0.17],
      ],
      JADE,
    ) +
    poly(
      [
        [-half * 0.8, -h - w * 0.2],
        [half * 0.8, -h - w * 0.2],
        [half * 1.02, -h + 8],
        [-half * 1.02, -h + 8],
      ],
      JADE_LIGHT,
    ) +
    ellipse(0, -h - w * 0.09, w * 0.1, w * 0.035, JADE_DARK)
  )
}

export function noodleStool(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#fce9cd', '#f6c39c')
  // The stairway: frontal, closing towards the top, with the light coming down it.
  const steps = 15
  for (let i = 0; i < steps; i++) {
    const edge = (k: number) => (1 - 0.86 ** k) / (1 - 0.86 ** steps)
    const y0 = 860 - edge(i) * 760
    const y1 = 860 - edge(i + 1) * 760
    const half = 470 - edge(i) * 280
    const cx = 1400 + edge(i) * 40
    const rise = (y0 - y1) * 0.6
    const fade = i / steps
    out += rect(
      cx - half,
      y0 - rise,
      half * 2,
      rise + 2,
      ['#b98a83', '#c59a8c', '#d4aa94', '#e2bd9f'][Math.floor(fade * 4)] ?? '#b98a83',
    )
    out += rect(
      cx - half,
      y1 - 1,
      half * 2,
      y0 - y1 - rise + 2,
      ['#efcbaa', '#f5d6b2', '#f9dfba', '#fde8c6'][Math.floor(fade * 4)] ?? '#fde8c6',
    )
  }
  out += poly(
    [
      [1250, 104],
      [1620, 104],
      [1640, 0],
      [1230, 0],
    ],
    '#fff3d6',
  )
  out += poly(
    [
      [1630, 0],
      [1632, 110],
      [1880, 870],
      [1920, 1080],
      [1920, 0],
    ],
    p.hills[2],
  )
  out += poly(
    [
      [0, 0],
      [1240, 0],
      [1236, 96],
      [918, 880],
      [0, 880],
    ],
    p.hills[0],
  )
  out += poly(
    [
      [1060, 0],
      [1240, 0],
      [1236, 96],
      [918, 880],
      [840, 880],
      [1060, 300],
    ],
    p.hills[1],
  )
  out += rect(90, 250, 560, 640, '#6f4a52') + rect(110, 270, 520, 620, '#4c3645')
  out +=
    rect(150, 330, 440, 150, '#f7cf8e', 'opacity=".85"') +
    times(4, (i) => rect(150 + i * 147 - 4, 330, 8, 150, '#4c3645'))
  out +=
    rect(150, 560, 440, 10, '#8a5d5a') +
    times(6, (i) => path(`M${172 + i * 72} 560h52l-8-34h-36Z`, i % 3 ? '#e0a963' : '#d9c7ad'))
  for (let i = 0; i < 12; i++) {
    const x = -40 + i * 74
    out += path(
      `M${n(x)} 96H${n(x + 74)}L${n(x + 80)} 236Q${n(x + 44)} 280 ${n(x + 6)} 236Z`,
      i % 2 ? '#fff3de' : p.sun,
    )
  }
  out += rect(-10, 84, 880, 16, p.ink)
  out +=
    rect(0, 872, 1920, 208, '#a9757a') +
    poly(
      [
        [760, 872],
        [1920, 872],
        [1920, 1080],
        [560, 1080],
      ],
      '#e4b08f',
    )
  out +=
    times(6, (i) => line(-40 + i * 340, 1080, 260 + i * 270, 872, '#8d616c', 4, 'opacity=".6"')) +
    line(0, 968, 1920, 968, '#8d616c', 4, 'opacity=".6"')
  // A passer-by on the stairs, cut off by the frame.
  const leg = '#33405a'
  out += path('M1340 -10L1536 -10L1552 190L1500 196L1440 60L1400 250L1346 244Z', leg)
  out +=
    path('M1344 240L1402 246L1408 282L1312 282Q1314 262 1344 260Z', p.ink) +
    path('M1498 190L1554 186L1566 222L1480 228Q1478 206 1498 204Z', p.ink)
  out +=
    path('M1536 0L1576 0L1596 40L1580 44Z', '#f1c8a0') +
    path('M1536 96L1652 96L1666 250L1524 250Z', p.sun) +
    stroke('M1562 98Q1590 0 1628 98', p.sun, 9)
  // Low stool, high stool, bowl.
  out +=
    ellipse(1270, 1012, 190, 30, '#7d4f58', 'opacity=".5"') + at(1262, 1008, 1, stool(230, 190))
  out += ellipse(800, 1086, 330, 36, '#7d4f58', 'opacity=".5"') + at(790, 1090, 1, stool(430, 400))
  out += ellipse(806, 674, 150, 24, JADE_DARK, 'opacity=".6"') + at(796, 480, 1, bowl(kit) + lift())
  const steam = (x: number, y: number, s: number) =>
    at(
      x,
      y,
      s,
      path(
        'M0 0C-46-60 44-96 0-170C-30-226 30-256 16-320C64-262 12-222 40-160C72-90-8-60 0 0Z',
        '#fff8e6',
        'opacity=".75"',
      ),
    )
  return out + steam(650, 420, 1) + steam(930, 430, 0.8)
}
