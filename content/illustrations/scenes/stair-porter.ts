import {
  at,
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  n,
  path,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { fern } from '../motifs.ts'

const INK = '#2a2126'

/** Bent under the pole, one foot a step higher, seen from behind. */
function porter(sun: string): string {
  const load = (x: number, y: number, body: string) =>
    line(x, y, x - 46, y + 210, INK, 5) +
    line(x, y, x + 46, y + 210, INK, 5) +
    at(x, y + 210, 1, body)
  let out = ''
  out += load(
    -300,
    -392,
    rect(-84, -20, 168, 150, '#b0763f') +
      rect(-84, -20, 168, 12, '#7a4d2c') +
      line(0, -20, 0, 130, '#7a4d2c', 7) +
      line(-84, 50, 84, 50, '#7a4d2c', 7) +
      rect(-66, -96, 132, 78, '#c98f52') +
      line(0, -96, 0, -18, '#7a4d2c', 6) +
      rect(50, -20, 34, 150, '#7a4d2c', 'opacity=".4"'),
  )
  out += load(
    292,
    -352,
    path('M-92 30C-110-60 110-60 92 30C110 130 60 168 0 168C-60 168-110 130-92 30Z', sun) +
      path(
        'M-40-34C-10 20-20 110-50 156M40-34C14 20 24 110 56 156M-94 60C-30 84 40 84 94 60',
        'none',
        'stroke="#8f2b1c" stroke-width="7"',
      ) +
      path('M-30-36L-58-84L0-56L58-84L30-36Z', sun) +
      path('M30-40C110-50 106 90 60 150C70 90 66 20 30-40Z', '#8f2b1c', 'opacity=".35"'),
  )
  out +=
    path('M-86-20C-96-90-74-170-50-214L18-206C30-150 10-70-6 0L-18 40H-92Z', '#4a3a3a') +
    path('M10-210L88-190C104-130 92-86 84-60L92 14H24L16-70Z', '#3c2f31')
  out += path('M-96 34H-12V52H-104Z', INK) + path('M20 6H98V24H14Z', INK)
  out +=
    path(
      'M-84-200C-104-300-92-372-30-396C30-408 82-380 96-330C108-280 98-230 88-184C40-170-40-176-84-200Z',
      '#f0dfbd',
    ) +
    path('M30-398C90-384 112-300 88-184C60-178 40-176 20-176C60-240 70-330 30-398Z', '#d3b988') +
    path('M-84-216C-40-190 40-190 90-206L88-176C40-160-40-166-84-192Z', INK)
  out +=
    ellipse(46, -424, 42, 46, INK) +
    path('M0-392C20-408 70-404 92-380L76-360C50-372 20-372-2-366Z', '#f8ecd2')
  // The pole bends a little; one arm holds it, the other the rope.
  out +=
    stroke('M-316-384C-140-440 130-426 308-346', '#8a5527', 19, 'stroke-linecap="round"') +
    stroke('M-312-389C-140-445 130-431 304-353', '#c98f52', 5, 'stroke-linecap="round"')
  return (
    out +
    stroke('M-66-350C-120-330-160-370-176-414', '#d9a878', 32, 'stroke-linecap="round"') +
    circle(-178, -420, 21, '#d9a878') +
    stroke('M88-330C130-290 190-270 250-262', '#c08d5e', 30, 'stroke-linecap="round"') +
    circle(258, -262, 19, '#c08d5e')
  )
}

export function porterOnTheSteps(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#fff1d3', '#fbe3b8')
  // Steps: a ladder of bands that tightens towards the slit of sky.
  const bands = 17
  let y = 1090
  for (let i = 0; i < bands; i++) {
    const h = 92 * 0.93 ** i
    const half = 560 - i * 22
    const t = i / bands
    out += rect(
      960 - half - 60,
      y - h,
      half * 2 + 120,
      h + 1,
      ['#8a6446', '#9b7350', '#ad845c', '#c09a6c', '#d3b080'][Math.floor(t * 5)] ?? '#8a6446',
    )
    out += rect(
      960 - half - 60,
      y - h,
      half * 2 + 120,
      h * 0.42,
      ['#c9a474', '#d5b284', '#dfbf92', '#e8cda3', '#f0dab4'][Math.floor(t * 5)] ?? '#c9a474',
    )
    out +=
      times(4, () =>
        line(
          960 + kit.between(-half, half),
          y - h * 0.55,
          960 + kit.between(-half, half),
          y,
          '#6d4e38',
          0,
        ),
      ) +
      times(5, (k) =>
        rect(
          960 - half + (k + 0.3 + ((i * 37) % 50) / 80) * (half / 2.6),
          y - h * 0.58,
          4,
          h * 0.58,
          '#6d4e38',
          'opacity=".45"',
        ),
      )
    y -= h
  }
  // Walls at both sides.
  out +=
    path(`M-10 -10H690L600 ${n(y + 60)}L380 1090H-10Z`, '#5d4436') +
    path('M620 -10H690L600 300L380 1090H300L520 300Z', '#46332b') +
    path('M1240 -10H1930V1090H1560L1320 300Z', '#6f5240') +
    path('M1240 -10H1300L1400 300L1660 1090H1560L1320 300Z', '#8a6749')
  const brick = (x0: number, x1: number, c: string) =>
    times(60, () => {
      const yy = Math.round(kit.between(0, 27)) * 40
      const x = kit.between(x0, x1)
      return rect(
        x,
        yy,
        kit.between(50, 100),
        30,
        c,
        `opacity="${kit.between(0.25, 0.6).toFixed(2)}" rx="3"`,
      )
    })
  out += brick(-40, 240, '#7a5b46') + brick(1690, 1900, '#8a6a50')
  // Doorway with a lamp, window, fern, cat.
  out +=
    path('M120 560H330L318 1090H120Z', '#2f2224') +
    rect(104, 536, 250, 26, '#8a6446') +
    path('M140 590H306L298 1090H140Z', '#f2b45a', 'opacity=".85"') +
    path('M224 590H306L298 1090H224Z', '#8a5527') +
    circle(246, 850, 8, '#2f2224')
  out +=
    path('M1700 240H1850V460H1700Z', '#2f2224') +
    times(3, (i) => rect(1714 + i * 46, 254, 32, 192, '#e9b765', 'opacity=".8"')) +
    rect(1684, 456, 182, 16, '#46332b') +
    times(
      4,
      (i) =>
        circle(1706 + i * 46, 446, 24, kit.pick(['#5c6b45', '#4a5a3c'])) +
        rect(1690 + i * 46, 440, 34, 24, '#8f4a28'),
    )
  const leaves = fern(['#6b7a4a', '#4f5e3a'], '#3f4a2e')
  out += at(500, 236, 1.5, leaves) + at(1410, 400, 1, leaves)
  out += at(
    1350,
    792,
    1.05,
    path('M-40 0C-52-60-20-86 10-84L14-120L30-104H46L62-120L66-84C70-64 60-50 50-44L54 0Z', INK) +
      stroke('M-36-8C-80 0-92-40-74-60', INK, 12, 'stroke-linecap="round"') +
      circle(30, -84, 4, p.light) +
      circle(48, -84, 4, p.light),
  )
  out +=
    line(600, 170, 1300, 120, '#46332b', 4) +
    times(5, (i) =>
      rect(
        720 + i * 100,
        162 - i * 7,
        60 - (i % 2) * 18,
        70 - (i % 3) * 14,
        ['#d8c49a', '#a07a56', '#efe0bf', '#8a6446', '#d8c49a'][i] ?? '#d8c49a',
      ),
    )
  out += ellipse(960, 866, 170, 20, '#6d4e38', 'opacity=".5"') + at(956, 842, 1.04, porter(p.sun))
  return out
}
