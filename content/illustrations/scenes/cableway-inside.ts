import {
  at,
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { mistBand } from '../motifs.ts'

const DARK = '#1f2a31'
const MID = '#2d3c45'

/** Somebody from behind, 100 wide at the shoulders, feet far below the frame. */
const back = (color: string, hair: string, wide = 1, long = false) =>
  path(
    `M${-62 * wide} 420C${-70 * wide} 160 ${-78 * wide} 60 ${-40 * wide} 30C-20 16-18 4-18-8H18C18 4 20 16 ${40 * wide} 30C${78 * wide} 60 ${70 * wide} 160 ${62 * wide} 420Z`,
    color,
  ) +
  ellipse(0, -46, 38, 46, hair) +
  (long
    ? path('M-40-50C-46 0-44 30-34 40H34C44 30 46 0 40-50Z', hair)
    : ellipse(-38, -40, 7, 12, '#8a7768') + ellipse(38, -40, 7, 12, '#8a7768'))

function outside(kit: Kit): string {
  let out = ground(kit, '#e9ebe7', '#c9d3d3')
  // The river from above runs away to the right; the banks are only hinted at.
  out +=
    path('M-10 330C300 300 560 180 700 -10H-10Z', '#bcc7c5') +
    path('M1930 1090H1200C1400 900 1640 800 1930 760Z', '#b3bfbd')
  out += path('M-10 330C300 300 560 180 700 -10H760C620 210 320 350-10 390Z', '#d6cdb8')
  for (let i = 0; i < 16; i++)
    out += rect(
      kit.between(0, 420),
      kit.between(0, 200),
      kit.between(26, 70),
      kit.between(18, 40),
      kit.pick(['#a3b0ae', '#aebab7', '#98a6a5']),
      'transform="rotate(-14)" opacity=".8"',
    )
  for (let i = 0; i < 24; i++)
    out += stroke(
      `M${Math.round(kit.between(-60, 1700))} ${Math.round(kit.between(380, 880))}q120 ${Math.round(kit.between(-18, 4))} ${Math.round(kit.between(160, 420))} -20`,
      kit.pick(['#dfe6e4', '#b3c3c4']),
      kit.between(2, 5),
      'stroke-linecap="round" opacity=".7"',
    )
  const ship =
    path('M-140-26H96Q136-20 150 0Q136 20 96 26H-140Q-152 0-140-26Z', '#4a5b63') +
    rect(-128, -16, 56, 32, '#f3f0ea') +
    rect(-118, -9, 18, 18, '#8fa0a5') +
    times(4, (i) =>
      rect(-58 + i * 36, -17, 32, 34, ['#73838c', '#8f7f68', '#73838c', '#5f717a'][i] ?? '#73838c'),
    )
  out +=
    path(
      'M790 500L380 470C520 520 620 540 760 540C600 560 500 600 420 660L800 560Z',
      '#eef2f0',
      'opacity=".85"',
    ) + at(930, 506, 1.1, ship, -7)
  return (
    out +
    mistBand(-100, 150, 900, 60, '#eef0ec', 0.7) +
    mistBand(1100, 240, 1000, 80, '#eef0ec', 0.75) +
    mistBand(1240, 640, 900, 70, '#eef0ec', 0.6) +
    mistBand(200, 740, 700, 50, '#eef0ec', 0.55)
  )
}

export function insideTheCabin(kit: Kit): string {
  const { p } = kit
  let out = outside(kit)
  // The dark frame: three windows side by side, cut out of one sheet.
  const pane = (x: number, w: number) =>
    `M${x + 34} 150H${x + w - 34}Q${x + w} 150 ${x + w} 184V676Q${x + w} 710 ${x + w - 34} 710H${x + 34}Q${x} 710 ${x} 676V184Q${x} 150 ${x + 34} 150Z`
  out += `<path d="M-10 -10H1930V1090H-10Z${pane(70, 540)}${pane(670, 580)}${pane(1310, 540)}" fill="${DARK}" fill-rule="evenodd"/>`
  for (const [x, w] of [
    [70, 540],
    [670, 580],
    [1310, 540],
  ] as const)
    out +=
      stroke(pane(x, w), '#4d5f69', 9) +
      line(x + 40, 430, x + w - 40, 430, DARK, 0) +
      poly(
        [
          [x + 60, 150],
          [x + 190, 150],
          [x + 60, 480],
          [x + 14, 480],
        ],
        '#fff',
        'opacity=".22"',
      )
  out +=
    path('M-10 -10H1930V70C1500 96 420 96-10 70Z', MID) +
    times(
      3,
      (i) =>
        ellipse(340 + i * 620, 92, 130, 12, '#fdf6df') +
        ellipse(340 + i * 620, 92, 190, 26, '#fdf6df', 'opacity=".15"'),
    )
  // Handrail and straps.
  out +=
    rect(0, 116, 1920, 11, '#73838c') +
    times(
      9,
      (i) =>
        line(150 + i * 205, 122, 150 + i * 205, 180, '#53646d', 6) +
        stroke(`M${150 + i * 205} 178l-24 46h48Z`, '#a9b4ba', 8, 'stroke-linejoin="round"'),
    )
  out +=
    rect(0, 742, 1920, 14, '#53646d') +
    rect(0, 756, 1920, 340, '#273540') +
    times(12, (i) => circle(70 + i * 164, 728, 5, '#73838c'))
  // Five passengers from behind; the child in vermilion at the middle window.
  out +=
    at(330, 560, 1.35, back('#3a4a54', '#161f25', 1.1)) +
    stroke('M400 640C452 560 456 400 452 136', '#3a4a54', 46, 'stroke-linecap="round"')
  out += at(560, 640, 1.2, back('#33424b', '#566670', 1, true))
  out +=
    at(1440, 570, 1.4, back('#2b3942', '#0f171c', 1.15)) +
    path('M1374 470C1376 410 1508 410 1510 470L1560 486H1360Z', '#53646d')
  out += at(1660, 660, 1.15, back('#46565f', '#1a2329', 0.95, true))
  out +=
    path('M1500 930C1500 850 1700 850 1700 930', 'none', 'stroke="#c7b79c" stroke-width="12"') +
    path('M1480 926H1720L1690 1090H1510Z', '#c7b79c') +
    times(5, (i) => line(1486, 952 + i * 28, 1714, 952 + i * 28, '#8f8069', 5)) +
    times(7, (i) => circle(1512 + i * 30, 916 - (i % 2) * 14, 22, i % 2 ? '#6f8f78' : '#5c7d68'))
  const child =
    path(
      'M-70 330C-76 140-80 60-44 34C-22 18-16 8-16 0H16C16 8 22 18 44 34C80 60 76 140 70 330Z',
      p.sun,
    ) +
    path('M-16 30C-30 100-30 240-26 330H26C30 240 30 100 16 30Z', '#a93524', 'opacity=".6"') +
    circle(0, -40, 42, DARK) +
    circle(-44, -62, 17, DARK) +
    circle(44, -62, 17, DARK) +
    circle(-30, -56, 6, p.sun) +
    circle(30, -56, 6, p.sun) +
    stroke('M-50 70C-100 30-110-20-112-70', p.sun, 32, 'stroke-linecap="round"') +
    circle(-113, -86, 16, '#e7c7a4')
  out += at(936, 760, 1.2, child)
  return out
}
