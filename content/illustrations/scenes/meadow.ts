import { at, circle, ground, type Kit, line, n, path, poly, stroke, times } from '../kit.ts'

/** A horse grazing, facing left; feet at 0. */
const horse = (c: string, rim: string, foal = false) =>
  path(
    'M-96-150C-60-176 30-168 76-176C120-180 150-150 150-110C154-80 140-60 136-40L140 0H118L108-66C104-76 90-84 70-84C40-78 0-78-34-84L-48-60L-44 0H-66L-78-66L-100-100C-130-84-150-50-162-18C-170-4-190-4-196-14C-198-30-180-50-172-72C-160-110-130-140-96-150Z',
    c,
  ) +
  path(
    'M96-96L112-60L100 0H82L84-60L70-90ZM-52-90L-86-56L-84 0H-102L-106-56L-86-100Z',
    c,
    'opacity=".8"',
  ) +
  path('M148-140C176-130 176-80 160-30C150-60 146-90 140-110Z', c) +
  path('M-104-148C-130-140-152-116-168-86L-156-78C-140-100-120-120-96-130Z', rim) +
  path('M-168-82L-176-104L-158-94Z', c) +
  stroke(
    'M-90-154C-50-176 30-170 76-178C110-182 140-164 148-134',
    rim,
    5,
    'stroke-linecap="round"',
  ) +
  (foal ? '' : line(-40, -70, 60, -72, c, 6))

const fir = (h: number, c: string, lit: string) =>
  times(
    5,
    (i) =>
      path(
        `M0 ${n(-h + i * h * 0.13)}L${n(h * (0.09 + i * 0.035))} ${n(-h * 0.72 + i * h * 0.16)}H${n(-h * (0.09 + i * 0.035))}Z`,
        c,
      ) +
      path(
        `M0 ${n(-h + i * h * 0.13)}L${n(-h * (0.09 + i * 0.035))} ${n(-h * 0.72 + i * h * 0.16)}H${n(-h * 0.02)}Z`,
        lit,
      ),
  ) + line(0, -h * 0.1, 0, 0, c, h * 0.05)

export function fairyMeadow(kit: Kit): string {
  let out = ground(kit, '#fbdcb8', '#fdeed3')
  out += circle(620, 380, 210, '#fff6e0') + circle(620, 380, 270, '#fff6e0', 'opacity=".35"')
  out += times(3, (i) =>
    path(
      [
        `M1060 170h420q24 0 24 16t-24 16h-420q-24 0-24-16t24-16Z`,
        `M1240 218h330q18 0 18 13t-18 13h-330q-18 0-18-13t18-13Z`,
        `M160 150h250q18 0 18 13t-18 13h-250q-18 0-18-13t18-13Z`,
      ][i] ?? '',
      '#fff6e4',
      'opacity=".7"',
    ),
  )
  out += path('M-10 500C300 420 560 470 860 450C1200 420 1500 400 1930 460V1090H-10Z', '#e3c79c')
  // Far firs on the first curve.
  for (const [x, y, h] of [
    [1040, 450, 70],
    [1072, 448, 92],
    [1104, 448, 76],
    [1136, 446, 56],
    [240, 470, 60],
    [268, 468, 80],
    [296, 466, 58],
    [1700, 440, 80],
    [1732, 442, 100],
    [1768, 444, 72],
  ] as const)
    out += at(x, y, 1, fir(h, '#a59a72', '#c4b384'))
  out +=
    path('M-10 600C240 500 560 520 860 570C1200 620 1560 540 1930 520V1090H-10Z', '#cdbf83') +
    path('M-10 600C240 500 560 520 860 570C700 560 400 560-10 650Z', '#e3d497')
  const shadow = (x: number, y: number, l: number, w: number) =>
    poly(
      [
        [x - w, y],
        [x + w, y],
        [x + l + w * 0.3, y + l * 0.2],
        [x + l - w * 0.3, y + l * 0.2],
      ],
      '#7d8a52',
      'opacity=".45"',
    )
  for (const [x, y, h] of [
    [1420, 566, 150],
    [1470, 562, 200],
    [1524, 560, 170],
    [1572, 558, 120],
  ] as const)
    out += shadow(x, y, h * 1.4, h * 0.12) + at(x, y, 1, fir(h, '#5f7448', '#8a9a5c'))
  for (const [x, y, h] of [
    [330, 548, 110],
    [372, 544, 150],
    [412, 544, 120],
  ] as const)
    out += shadow(x, y, h * 1.3, h * 0.12) + at(x, y, 1, fir(h, '#6f8050', '#98a566'))
  out +=
    path('M-10 720C320 800 640 640 980 650C1340 660 1600 760 1930 660V1090H-10Z', '#a9b568') +
    path(
      'M980 650C1340 660 1600 760 1930 660V690C1600 790 1340 690 980 676C760 670 540 720 360 760C560 700 780 644 980 650Z',
      '#c6ca7f',
    )
  // Three horses with long morning shadows.
  const cast = (x: number, y: number, s: number) =>
    path(
      `M${x - 90 * s} ${y}C${x - 20 * s} ${y - 16 * s} ${x + 120 * s} ${y - 8 * s} ${x + 150 * s} ${y}C${x + 260 * s} ${y + 30 * s} ${x + 420 * s} ${y + 60 * s} ${x + 520 * s} ${y + 96 * s}C${x + 360 * s} ${y + 80 * s} ${x + 60 * s} ${y + 60 * s} ${x - 90 * s} ${y}Z`,
      '#6b7d45',
      'opacity=".55"',
    )
  for (const [x, y, s] of [
    [1090, 742, 1],
    [1400, 730, 0.8],
    [1290, 830, 0.62],
  ] as const)
    out += cast(x, y, s)
  out +=
    at(1400, 730, 0.8, horse('#6b4a38', '#f0c48a'), 0, true) +
    at(1090, 742, 1, horse('#4a332b', '#f6cf96')) +
    at(1290, 830, 0.62, horse('#8a5f42', '#f6d9a6', true))
  // The wooden fence running off in a curve.
  const posts = Array.from({ length: 15 }, (_, i) => {
    const t = i / 14
    const k = 1 - t
    return {
      x: -40 * k * k + 2 * 480 * k * t + 770 * t * t,
      y: 1010 * k * k + 2 * 950 * k * t + 668 * t * t,
      s: 1.5 * k + 0.22,
    }
  })
  for (const up of [64, 34])
    out += stroke(
      `M${posts.map(({ x, y, s }) => `${n(x)} ${n(y - up * s)}`).join('L')}`,
      '#8a6446',
      7,
    )
  for (const { x, y, s } of posts)
    out +=
      poly(
        [
          [x - 6 * s, y],
          [x - 5 * s, y - 86 * s],
          [x + 5 * s, y - 86 * s],
          [x + 6 * s, y],
        ],
        '#6f4d38',
      ) +
      line(x - 3 * s, y, x - 3 * s, y - 84 * s, '#c99a68', 2.4 * s) +
      poly(
        [
          [x, y],
          [x + 5 * s, y],
          [x + 150 * s, y + 34 * s],
          [x + 140 * s, y + 36 * s],
        ],
        '#6b7d45',
        'opacity=".5"',
      )
  out +=
    path('M-10 960C300 1040 700 900 1100 930C1460 960 1700 1010 1930 900V1090H-10Z', '#7f9450') +
    path(
      'M1100 930C1460 960 1700 1010 1930 900V926C1700 1034 1460 986 1100 954C800 930 500 990 240 1010C520 970 800 910 1100 930Z',
      '#9cab5f',
    )
  out += times(90, () => {
    const x = kit.between(0, 1920)
    const y = kit.between(985, 1078)
    return stroke(
      `M${n(x)} ${n(y)}q-4-20-12-30M${n(x)} ${n(y)}q2-24 4-38M${n(x)} ${n(y)}q8-16 16-26`,
      kit.pick(['#63773f', '#b5bd70', '#566a38']),
      3,
      'stroke-linecap="round"',
    )
  })
  return (
    out +
    times(26, () =>
      circle(
        kit.between(60, 1860),
        kit.between(990, 1066),
        kit.between(4, 8),
        kit.pick(['#fff6e0', '#f2a25c', '#fff6e0', '#e8704a']),
      ),
    )
  )
}
