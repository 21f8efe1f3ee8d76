import {
  at,
  circle,
  ground,
  type Kit,
  line,
  overprint,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { frame, point, T1, T2, U } from './suspension-frame.ts'

export function twinSuspension(kit: Kit): string {
  let out = ground(kit, '#7fb39b', '#7fb39b')
  const bank = (d: string, fill: string) => path(d, fill)
  // The river runs down to the right between two banks.
  out += bank('M-10 -10H760C900 130 1120 220 1330 330C1560 450 1740 640 1930 740V-10Z', '#86b3a0')
  out += bank(
    'M300 -10C480 240 760 300 1010 440C1260 580 1440 760 1560 1090H1930V720C1700 620 1540 430 1300 320C1080 220 860 130 740 -10Z',
    '#9ad3c4',
  )
  out +=
    bank(
      'M300 -10C360 220 540 330 740 440C1020 590 1220 760 1310 1090H1600C1480 800 1280 590 1030 440C780 290 560 230 430 -10Z',
      '#9ad3c4',
    ) +
    bank(
      'M430 -10C560 230 780 290 1030 440C1280 590 1480 800 1600 1090H1660C1540 790 1320 570 1070 420C830 280 600 210 500 -10Z',
      '#b4e0d2',
    )
  out += bank('M-10 -10H320C380 220 560 330 760 440C1040 590 1240 760 1330 1090H-10Z', '#347567')
  out +=
    bank('M560 360C700 400 860 470 960 570C880 560 700 500 560 360Z', '#ead9ab') +
    bank('M620 388C720 420 820 470 900 536C820 520 700 470 620 388Z', '#f4e8c4') +
    bank('M1180 700C1290 790 1350 900 1386 1090H1330C1290 930 1240 800 1180 700Z', '#ead9ab')
  // Contours, fields and trees on the banks.
  for (let i = 0; i < 7; i++)
    out += stroke(
      `M-10 ${260 + i * 110}C${200 - i * 10} ${330 + i * 90} ${420} ${440 + i * 92} ${600 + i * 40} ${700 + i * 84}`,
      i % 2 ? '#2f7067' : '#55978a',
      12,
      'opacity=".55"',
    )
  for (let i = 0; i < 6; i++)
    out += stroke(
      `M${940 + i * 150} -10C${1080 + i * 140} ${110 - i * 8} ${1330 + i * 110} ${200 - i * 10} ${1930} ${560 - i * 92}`,
      '#6fa08c',
      10,
      'opacity=".5"',
    )
  const tree = (x: number, y: number) =>
    circle(x + 7, y + 9, 17, '#164f4d', 'opacity=".45"') +
    circle(x, y, 17, kit.pick(['#1d5f58', '#2b7468', '#3c8a72'])) +
    circle(x - 5, y - 5, 6, '#7fbf9c', 'opacity=".7"')
  out += times(60, () => {
    const x = kit.between(0, 560)
    const y = kit.between(330, 1070)
    return y > 300 + x * 0.75 && (y < 720 - x * 0.2 || y > 1000 - x * 0.1) ? tree(x, y) : ''
  })
  out += times(70, () => {
    const x = kit.between(900, 1920)
    const y = kit.between(0, 600)
    return y < (x - 960) * 0.5 && y < 560 - (x - 1200) * 0.55 - 170 ? tree(x, y) : ''
  })
  const house = (x: number, y: number, s: number, c: string) =>
    at(
      x,
      y,
      s,
      poly(
        [
          [6, 8],
          [74, 34],
          [58, 74],
          [-10, 48],
        ],
        '#0d3232',
        'opacity=".35"',
      ) +
        poly(
          [
            [0, 0],
            [66, 26],
            [52, 60],
            [-14, 34],
          ],
          c,
        ) +
        poly(
          [
            [0, 0],
            [66, 26],
            [59, 43],
            [-7, 17],
          ],
          '#fff3c9',
          'opacity=".35"',
        ),
    )
  for (const [x, y, s, c] of [
    [250, 420, 0.9, '#d98e55'],
    [350, 480, 0.8, '#c9a26b'],
    [190, 520, 1, '#e9d7ae'],
    [1250, 120, 0.9, '#d98e55'],
    [1150, 80, 0.8, '#e9d7ae'],
    [1480, 90, 0.8, '#c9a26b'],
    [120, 430, 0.9, '#e9d7ae'],
  ] as const)
    out += house(x, y, s, c)
  // Shadows on the water.
  const shade = (mid: number, half: number, tall: number) => {
    const dx = 110
    const dy = 104
    let s = poly(
      [
        point(0.17, mid - half),
        point(0.83, mid - half),
        point(0.83, mid + half),
        point(0.17, mid + half),
      ],
      '#9cc9bd',
    )
    for (const t of [T1, T2]) {
      const [x, y] = point(t, mid)
      s += line(x, y, x + tall * 0.8, y + tall * 0.5, '#9cc9bd', 30)
    }
    return at(dx, dy, 1, s)
  }
  out += overprint(shade(-70, 52, 240) + shade(130, 26, 200))
  // Boat and wake.
  out +=
    path('M676 196L560 20L640 176L500 110L680 216Z', '#e9f4ea', 'opacity=".75"') +
    at(
      694,
      216,
      1.1,
      path('M-46-14H30Q56-12 62 0Q56 12 30 14H-46Z', '#fffdf4') +
        rect(-34, -9, 44, 18, '#d9582f') +
        rect(14, -7, 12, 14, '#0d3232'),
      36,
    )
  // The far bridge (trains) and the near one (cars).
  const deck = (mid: number, half: number, top: string, side: string, up: number) =>
    poly(
      [
        point(0, mid + half),
        point(1, mid + half),
        point(1, mid + half, -24),
        point(0, mid + half, -24),
      ],
      side,
    ) +
    poly(
      [
        point(-0.05, mid - half, up),
        point(1.05, mid - half, up),
        point(1.05, mid + half, up),
        point(-0.05, mid + half, up),
      ],
      top,
    )
  out += deck(-70, 52, '#e9e4d2', '#0d3232', 0)
  for (const a of [-104, -70, -36])
    out += line(
      ...point(0, a),
      ...point(1, a),
      a === -70 ? '#e8b04a' : '#9db3a4',
      a === -70 ? 5 : 3,
      a === -70 ? '' : 'stroke-dasharray="22 20"',
    )
  out += times(30, (i) => {
    const lane = [-113, -88, -53, -27][i % 4] ?? -88
    const [x, y] = point(0.03 + (i / 30) * 0.94 + kit.between(-0.01, 0.01), lane)
    return at(
      x,
      y,
      1,
      rect(
        -17,
        -8,
        34,
        16,
        kit.pick(['#c8442f', '#164f4d', '#e8b04a', '#fffdf4', '#3f8378']),
        'rx="5"',
      ) + rect(-8, -6, 14, 12, '#0d3232', 'opacity=".55" rx="3"'),
      (Math.atan2(U[1], U[0]) * 180) / Math.PI,
    )
  })
  out += frame(-70, 52, 240, '#0d3232', '#b5502f', '#d9713f')
  out +=
    deck(130, 26, '#cbb98a', '#0d3232', 0) +
    line(...point(0, 120), ...point(1, 120), '#7d6a4c', 3) +
    line(...point(0, 140), ...point(1, 140), '#7d6a4c', 3)
  out += times(6, (i) => {
    const [x, y] = point(0.4 + i * 0.036, 130)
    return at(
      x,
      y,
      1,
      rect(-34, -17, 68, 30, i === 5 ? '#c8442f' : '#fffdf4', 'rx="8"') +
        rect(-34, -17, 68, 9, '#c8442f', 'rx="4"') +
        times(4, (k) => rect(-27 + k * 15, -5, 9, 9, '#0d3232')),
      (Math.atan2(U[1], U[0]) * 180) / Math.PI,
    )
  })
  out += frame(130, 26, 200, '#0d3232', '#c8c0a4', '#efe8d2')
  return out
}
