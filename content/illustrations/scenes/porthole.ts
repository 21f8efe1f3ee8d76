import {
  at,
  circle,
  clip,
  ellipse,
  ground,
  type Kit,
  line,
  n,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'

const BRASS = '#d3a04e'

/** A round window of radius 100 squeezed by perspective, seen at 0, 0. */
function porthole(kit: Kit, view: string, bolts: number): string {
  let out =
    circle(10, 12, 142, '#04171c', 'opacity=".55"') +
    circle(0, 0, 140, '#8a6431') +
    circle(0, 0, 134, BRASS) +
    path('M-134 0A134 134 0 0 1 0-134A150 150 0 0 0-134 0Z', '#f3d38c') +
    circle(0, 0, 106, '#6b4c25')
  out += times(bolts, (i) => {
    const a = (i / bolts) * Math.PI * 2
    return (
      circle(Math.cos(a) * 120 + 2, Math.sin(a) * 120 + 2, 9.5, '#6b4c25') +
      circle(Math.cos(a) * 120, Math.sin(a) * 120, 8.5, '#f0cf8a') +
      circle(Math.cos(a) * 120 - 2, Math.sin(a) * 120 - 2, 3.4, '#fff0cc')
    )
  })
  return (
    out +
    clip(kit, circle(0, 0, 98, '#000'), view) +
    circle(0, 0, 98, 'none', 'stroke="#04171c" stroke-width="5"') +
    path('M-70-62A94 94 0 0 1 10-92A110 110 0 0 0-70-62Z', '#fff', 'opacity=".4"')
  )
}

/** Pale lit stone with the outline of a carved fish, and bubbles. */
function stone(kit: Kit, fish: boolean): string {
  let out =
    rect(-110, -110, 220, 220, '#7cc4b8') +
    path('M-110 20C-60-30 20-40 110-64V110H-110Z', '#d9cfa4') +
    path('M-110 52C-40 10 40-6 110-20V110H-110Z', '#e9e0ba') +
    path('M-110 90C-40 60 50 46 110 34V110H-110Z', '#b9ad84')
  if (fish)
    out += `<g transform="translate(4 24) rotate(-13) scale(.3)">${stroke('M-210 6C-170-56-90-86 0-80C70-76 120-40 158-10C184-26 206-54 222-84C228-40 222-20 208 0C224 22 230 50 226 88C200 60 182 34 158 18C110 54 50 82-20 80C-100 78-172 48-210 6ZM-132-60C-100-24-100 30-136 62M-50-82C-20-126 50-120 84-64M-30 78C-24 114 12 122 30 104', '#4f6a50', 15, 'stroke-linejoin="round" stroke-linecap="round"')}${circle(-160, -10, 13, '#4f6a50')}${times(5, (c) => times(3, (r) => stroke(`M${-70 + c * 42} ${-46 + r * 36 + (c % 2) * 14}q26 16 0 32`, '#4f6a50', 9, 'stroke-linecap="round"')))}${stroke('M-210 8C-250 20-270-10-300-30M-250 10q-10 30-36 24M-268-8q4-30-20-40', '#4f6a50', 13, 'stroke-linecap="round"')}</g>`
  else
    out += times(3, (c) =>
      times(4, (r) =>
        stroke(
          `M${-50 + c * 34} ${-6 + r * 20 - c * 6}l14-3M${-44 + c * 34} ${-4 + r * 20 - c * 6}l1 9`,
          '#8a8460',
          4,
          'stroke-linecap="round"',
        ),
      ),
    )
  return (
    out +
    times(11, () =>
      circle(
        kit.between(-80, 80),
        kit.between(-90, 20),
        kit.between(3, 8),
        'none',
        'stroke="#eafaf2" stroke-width="2.4"',
      ),
    )
  )
}

export function portholes(kit: Kit): string {
  let out = ground(kit, '#0c343c', '#06222a')
  // The curved wall: ribs closing up towards the left, plates between them.
  const xs = [1990, 1520, 900, 520, 300, 176, 104]
  const wall = (i: number) => {
    const x = xs[i] ?? 0
    const t = x / 1990
    return { x, top: 360 - t * 400, bottom: 610 + t * 330, bulge: 30 + t * 120 }
  }
  for (let i = 0; i < xs.length - 1; i++) {
    const a = wall(i)
    const b = wall(i + 1)
    out += path(
      `M${a.x} ${n(a.top)}C${n(a.x + a.bulge)} ${n(a.top + (a.bottom - a.top) * 0.3)} ${n(a.x + a.bulge)} ${n(a.bottom - (a.bottom - a.top) * 0.3)} ${a.x} ${n(a.bottom)}L${b.x} ${n(b.bottom)}C${n(b.x + b.bulge)} ${n(b.bottom - (b.bottom - b.top) * 0.3)} ${n(b.x + b.bulge)} ${n(b.top + (b.bottom - b.top) * 0.3)} ${b.x} ${n(b.top)}Z`,
      ['#1f6670', '#1b5c66', '#17505a', '#13454f', '#103b45', '#0d323b'][i] ?? '#1b5c66',
    )
    out += stroke(
      `M${n(a.x + a.bulge * 0.74)} ${n(a.top + (a.bottom - a.top) * 0.2)}L${n(b.x + b.bulge * 0.74)} ${n(b.top + (b.bottom - b.top) * 0.2)}M${n(a.x + a.bulge * 0.6)} ${n(a.bottom - (a.bottom - a.top) * 0.16)}L${n(b.x + b.bulge * 0.6)} ${n(b.bottom - (b.bottom - b.top) * 0.16)}`,
      '#0d3a44',
      5,
    )
  }
  for (let i = 0; i < xs.length; i++) {
    const a = wall(i)
    const w = 6 + (a.x / 1990) * 34
    out +=
      stroke(
        `M${a.x} ${n(a.top - 20)}C${n(a.x + a.bulge)} ${n(a.top + (a.bottom - a.top) * 0.3)} ${n(a.x + a.bulge)} ${n(a.bottom - (a.bottom - a.top) * 0.3)} ${a.x} ${n(a.bottom + 20)}`,
        '#0a2a32',
        w,
      ) +
      stroke(
        `M${n(a.x - w * 0.4)} ${n(a.top - 20)}C${n(a.x + a.bulge - w * 0.4)} ${n(a.top + (a.bottom - a.top) * 0.3)} ${n(a.x + a.bulge - w * 0.4)} ${n(a.bottom - (a.bottom - a.top) * 0.3)} ${n(a.x - w * 0.4)} ${n(a.bottom + 20)}`,
        '#3f949a',
        Math.max(2, w * 0.16),
      )
    out += times(9, (k) => {
      const t = (k + 0.5) / 9
      return circle(
        a.x + a.bulge * 3 * t * (1 - t),
        a.top + (a.bottom - a.top) * t,
        w * 0.16,
        '#58a8a8',
      )
    })
  }
  // Ceiling lights, the far end, floor.
  out +=
    path('M-10 -10H1930V-40L104 352L-10 340Z', '#071d24') +
    times(5, (i) => {
      const k = 0.66 ** i
      return poly(
        [
          [160 + 1300 * k, 340 - 320 * k],
          [160 + 1640 * k, 340 - 400 * k],
          [160 + 1500 * k, 340 - 420 * k],
          [160 + 1180 * k, 340 - 330 * k],
        ],
        '#ffe9b8',
        'opacity=".9"',
      )
    })
  out +=
    rect(-10, 350, 116, 262, '#0a2a32') +
    rect(20, 420, 60, 190, '#ffe2a6', 'opacity=".85"') +
    rect(30, 430, 40, 180, '#fff3d4')
  out +=
    path('M-10 606L104 606L1990 944V1090H-10Z', '#082027') +
    times(7, (i) => line(40 + i * 20, 612, -200 + i * 380, 1090, '#0f3a44', 4))
  const eyes: [number, number, number, number][] = [
    [1752, 436, 1.62, 1.98],
    [1000, 450, 1.9, 2.24],
    [470, 468, 0.86, 1.18],
    [262, 478, 0.44, 0.66],
  ]
  // Round reflections on the dark floor.
  for (const [x, y, sx, sy] of eyes)
    out +=
      ellipse(
        x - 40,
        y + 150 * sy + 160 * sy * 0.9,
        120 * sx,
        30 * sy,
        '#5fb0a6',
        'opacity=".28"',
      ) +
      ellipse(x - 40, y + 150 * sy + 160 * sy * 0.9, 70 * sx, 17 * sy, '#d9f0dc', 'opacity=".35"')
  eyes.forEach(([x, y, sx, sy], i) => {
    out +=
      ellipse(x, y, 180 * sx, 180 * sy, '#7cc4b8', 'opacity=".14"') +
      `<g transform="translate(${x} ${y}) scale(${sx} ${sy})">${porthole(kit, stone(kit, i === 1), 16)}</g>`
  })
  // Handrail along the wall.
  out +=
    stroke('M104 572C500 660 1200 790 1990 880', BRASS, 13) +
    stroke('M104 569C500 656 1200 785 1990 874', '#f3d38c', 4)
  for (const [x, y, h] of [
    [300, 614, 40],
    [520, 660, 60],
    [820, 718, 90],
    [1500, 828, 150],
    [1800, 862, 180],
  ] as const)
    out += line(x, y, x, y + h, '#8a6431', 9)
  // A child with a hand on the glass, and an adult beside.
  const dark = '#031318'
  const rim = '#7cc4b8'
  out += at(
    760,
    1080,
    1,
    path('M-70 10C-80-120-84-200-60-250C-40-280 40-280 60-250C84-200 80-120 70 10Z', dark) +
      ellipse(0, -330, 56, 62, dark) +
      circle(-52, -372, 22, dark) +
      circle(46, -374, 22, dark) +
      stroke('M44-236C90-280 100-330 118-386', dark, 36, 'stroke-linecap="round"') +
      path(
        'M104-380l-10-40M116-386l2-46M128-384l18-40M136-374l26-26',
        'none',
        `stroke="${dark}" stroke-width="11" stroke-linecap="round"`,
      ) +
      stroke(
        'M44-366C58-346 58-316 44-296M66-230C78-190 76-120 74-60',
        rim,
        5,
        'stroke-linecap="round"',
      ),
  )
  out += at(
    560,
    1090,
    1,
    path('M-120 10C-130-200-140-340-100-420C-60-460 60-460 96-420C140-340 130-200 124 10Z', dark) +
      ellipse(6, -530, 66, 76, dark) +
      path('M-66-540C-70-630 80-630 78-540L84-470H-62Z', dark) +
      path('M80-400C130-360 150-300 190-260L170-226C120-250 90-290 60-330Z', dark) +
      stroke(
        'M64-588C80-560 82-520 74-486M112-390C134-330 134-240 128-150',
        rim,
        5,
        'stroke-linecap="round"',
      ),
  )
  return out
}
