import {
  at,
  circle,
  clip,
  ellipse,
  ground,
  type Kit,
  n,
  path,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { basket, half, leaf, orange, pomelo, tangerine } from './fruit.ts'

export function citrus(kit: Kit): string {
  let out = ground(kit, '#f4f4dc', '#dcebd2')
  // The gorge behind to the right: a steep V with terraces in contour lines.
  out +=
    path('M-10 480C160 380 400 170 640 40C860 110 1100 280 1260 520L1300 770H-10Z', '#c3dcc0') +
    path('M1930 60C1760 180 1560 360 1420 540L1330 720H1930Z', '#b3d2b4')
  out +=
    rect(1200, 560, 320, 210, '#8cc6bd') +
    path('M1200 560C1280 530 1420 530 1520 560V580H1200Z', '#a9cfb2') +
    times(7, (i) => rect(1300 + (i % 2) * 26, 590 + i * 20, 70, 4, '#eaf6ea', 'rx="2"'))
  const terrace = (side: number) => {
    let t =
      side < 0
        ? path(
            'M140 770C260 480 440 240 640 150C820 190 1060 300 1200 440C1280 540 1310 640 1320 770Z',
            '#86b88f',
          )
        : path('M1930 180C1780 240 1600 350 1480 460C1400 540 1370 640 1360 740H1930Z', '#74aa84')
    for (let i = 0; i < 8; i++) {
      const y = 190 + i * 68
      const d =
        side < 0
          ? `M100 ${y + 120}C300 ${y - 30} 480 ${y - 20} 560 ${y - 10}C${800} ${y + 10} ${980 + i * 20} ${y + 60} ${1090 + i * 34} ${y + 150}`
          : `M1930 ${y + 40}C${1800} ${y + 60} ${1620 - i * 10} ${y + 100} ${1500 - i * 22} ${y + 190}`
      t += stroke(d, side < 0 ? '#5f9a73' : '#4f8d69', 9) + stroke(d, '#e3dba8', 3)
      for (let k = 0; k < 8; k++) {
        const u = (k + 0.6) / 8.4
        const [x0, x1] = side < 0 ? [520, 1060 + i * 34] : [1910, 1530 - i * 20]
        const x = x0 + (x1 - x0) * u
        const yy = (side < 0 ? y - 8 + u * u * 130 : y + 44 + u * u * 130) - 16
        t +=
          circle(x + 3, yy + 5, 25, '#23604a', 'opacity=".45"') +
          circle(x, yy, 24, (k + i) % 2 ? '#2f7a55' : '#3f8a60') +
          times(4, (m) =>
            circle(
              x - 11 + ((m * 37 + k * 11) % 24),
              yy - 10 + ((m * 23 + i * 7) % 22),
              4.4,
              '#f08a2c',
            ),
          )
      }
    }
    return side < 0
      ? clip(
          kit,
          path(
            'M130 770C250 470 430 230 640 136C830 180 1070 290 1210 440C1290 540 1316 640 1322 770Z',
            '#000',
          ),
          t,
        )
      : clip(
          kit,
          path('M1930 150C1780 220 1590 340 1470 456C1390 540 1364 640 1358 760H1930Z', '#000'),
          t,
        )
  }
  out += terrace(-1) + terrace(1)
  // The table: a plain board.
  out +=
    path('M-10 760C400 740 1400 740 1930 760V1090H-10Z', '#b98550') +
    path('M-10 760C400 740 1400 740 1930 760V776C1400 756 400 756-10 776Z', '#e0b378') +
    times(8, (i) =>
      stroke(
        `M${n(kit.between(-60, 1500))} ${806 + i * 36}q${n(kit.between(120, 200))} ${n(kit.between(-12, 12))} ${n(kit.between(300, 520))} 0`,
        '#98683a',
        4,
        'stroke-linecap="round" opacity=".7"',
      ),
    )
  out +=
    ellipse(690, 1010, 330, 46, '#6b4422', 'opacity=".5"') +
    ellipse(1130, 990, 250, 40, '#6b4422', 'opacity=".5"')
  out += at(1090, 760, 1.02, pomelo())
  // The basket, brimming.
  out += path(
    'M292 470C340 330 480 300 610 290C760 280 900 340 940 470C900 540 330 540 292 470Z',
    '#7d4a1f',
  )
  const fruit: [number, number, number, boolean][] = [
    [420, 380, 80, false],
    [560, 318, 86, false],
    [720, 316, 84, false],
    [850, 384, 78, false],
    [490, 300, 60, true],
    [640, 240, 84, false],
    [790, 290, 62, true],
    [360, 450, 66, true],
    [500, 440, 84, false],
    [640, 400, 88, false],
    [780, 440, 82, false],
    [890, 462, 60, true],
    [580, 486, 62, true],
    [720, 500, 62, true],
    [420, 490, 70, false],
    [860, 500, 64, false],
  ]
  fruit.forEach(([x, y, r, flat], i) => {
    out += at(
      x,
      y,
      1,
      flat ? tangerine(r) : orange(r, i % 3 ? '#f08a2c' : '#f59b38', '#fdd08a', '#c9641c'),
    )
    if (i % 3 === 0)
      out += at(
        x + 4,
        y - r * 0.5,
        0.9,
        leaf(i % 2 ? '#2f7a4a' : '#1f5f40', '#a9d09a'),
        -30 + i * 24,
      )
  })
  out += at(650, 500, 0.98, basket(kit))
  out +=
    at(350, 448, 1, leaf('#2f7a4a', '#a9d09a'), 160) +
    at(932, 470, 1, leaf('#3f8a56', '#a9d09a'), 20)
  // Cut half, loose fruit, the pruning knife.
  out +=
    at(1290, 880, 0.9, half(kit)) +
    at(402, 960, 1, ellipse(8, 50, 84, 14, '#6b4422', 'opacity=".5"') + tangerine(80)) +
    at(402, 922, 0.9, leaf('#1f5f40', '#a9d09a'), -24)
  out += at(
    960,
    1018,
    1,
    ellipse(60, 24, 240, 14, '#6b4422', 'opacity=".4"') +
      path('M40-14C140-24 240-20 290 26C220 20 130 20 40 18Z', '#e6ece6') +
      path('M40 6C140 2 230 10 290 26C220 20 130 20 40 18Z', '#a9b8b4') +
      rect(-120, -20, 164, 42, '#7d3f22', 'rx="16"') +
      circle(-80, 1, 6, '#e8c878') +
      circle(-10, 1, 6, '#e8c878') +
      rect(34, -18, 16, 38, '#c9a24e'),
    -6,
  )
  return out
}
