import {
  at,
  circle,
  ground,
  type Kit,
  line,
  n,
  path,
  poly,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'
import { halftone, person } from '../motifs.ts'

/** The cabin from below: a long side, its end and its dark floor; 0, 0 is under the hanger. */
function cabin(kit: Kit): string {
  const { p } = kit
  let out =
    poly(
      [
        [-330, 300],
        [300, 258],
        [372, 330],
        [-250, 392],
      ],
      '#6b2a26',
    ) +
    times(5, (i) => line(-300 + i * 140, 304 - i * 9, -222 + i * 140, 386 - i * 13, '#8f3a2e', 6))
  out += poly(
    [
      [-330, 40],
      [300, 12],
      [300, 258],
      [-330, 300],
    ],
    p.sun,
  )
  out +=
    poly(
      [
        [300, 12],
        [372, 66],
        [372, 330],
        [300, 258],
      ],
      '#a93524',
    ) +
    poly(
      [
        [312, 50],
        [360, 88],
        [360, 210],
        [312, 172],
      ],
      p.ink,
    ) +
    poly(
      [
        [318, 66],
        [336, 80],
        [330, 180],
        [318, 168],
      ],
      '#f3b08a',
      'opacity=".5"',
    )
  const top = (x: number) => 40 - ((x + 330) / 630) * 28
  const low = (x: number) => 300 - ((x + 330) / 630) * 42
  for (let i = 0; i < 6; i++) {
    const x = -308 + i * 99
    const q = (xx: number, k: number) => top(xx) + (low(xx) - top(xx)) * k
    const shape = [
      [x, q(x, 0.17)],
      [x + 84, q(x + 84, 0.17)],
      [x + 84, q(x + 84, 0.62)],
      [x, q(x, 0.62)],
    ] as const
    out +=
      poly(shape, p.light) +
      poly(
        [
          [x, q(x, 0.17)],
          [x + 50, q(x + 50, 0.17)],
          [x + 18, q(x, 0.62)],
          [x, q(x, 0.62)],
        ],
        '#fff8e2',
        'opacity=".7"',
      )
    const count = [2, 1, 2, 2, 1, 2][i] ?? 1
    const id = kit.id()
    out += `<clipPath id="${id}">${poly(shape, '#000')}</clipPath><g clip-path="url(#${id})">${times(count, (k) => at(x + 26 + k * 36 + kit.between(-4, 4), q(x, 0.62) + 62 + kit.between(-4, 14), 1.3, person(p.ink, k === 1 && i === 2 ? 'look' : 'stand')))}</g>`
  }
  out +=
    poly(
      [
        [-330, 218],
        [300, 184],
        [300, 200],
        [-330, 236],
      ],
      p.light,
    ) +
    poly(
      [
        [-330, 40],
        [300, 12],
        [372, 66],
        [-262, 96],
      ],
      'none',
    )
  out +=
    poly(
      [
        [-340, 34],
        [304, 4],
        [304, 24],
        [-340, 56],
      ],
      '#8f2e22',
    ) +
    poly(
      [
        [300, 4],
        [380, 62],
        [380, 84],
        [300, 24],
      ],
      '#6b2a26',
    )
  // Hanger and running gear.
  return (
    poly(
      [
        [-34, 26],
        [-12, -150],
        [16, -150],
        [44, 22],
      ],
      p.ink,
    ) +
    poly(
      [
        [-8, 10],
        [4, -120],
        [8, -120],
        [18, 8],
      ],
      p.hills[2],
    ) +
    out
  )
}

export function cabinFromBelow(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#f8d3ae', '#fdeed6')
  out += circle(1130, 380, 250, '#f7b893') + circle(1130, 380, 250, '#fff', 'opacity=".12"')
  out += halftone(
    { x: 0, y: 0, w: 1920, h: 520 },
    24,
    '#f3b08a',
    (u, v) => 0.62 - v * 0.8 - (1 - u) * 0.1,
  )
  // Thin clouds and a kite flock.
  out += times(4, (i) =>
    rect(
      [120, 1380, 1180, 260][i] ?? 0,
      [640, 700, 760, 740][i] ?? 0,
      [380, 460, 260, 240][i] ?? 200,
      26,
      '#fff6e4',
      'rx="13" opacity=".85"',
    ),
  )
  // Very low horizon: roofs of the far bank, the river.
  out += path('M-10 972C300 930 560 956 860 950C1240 940 1560 900 1930 930V1090H-10Z', p.hills[1])
  let x = -20
  while (x < 1930) {
    const w = kit.between(36, 86)
    const h = kit.between(20, 84)
    out +=
      rect(x, 1000 - h, w, h + 20, kit.pick([p.hills[2], p.hills[3], '#54566b'])) +
      (kit.rnd() > 0.5
        ? path(`M${n(x - 8)} ${n(1000 - h)}l${n(w / 2 + 8)} -18l${n(w / 2 + 8)} 18Z`, p.hills[3])
        : '') +
      times(3, (i) => rect(x + 8 + i * 14, 1010 - h, 6, 9, p.light, 'opacity=".8"'))
    x += w + kit.between(-6, 14)
  }
  out +=
    rect(0, 1006, 1920, 80, p.river[0]) +
    rect(0, 1050, 1920, 40, p.river[1]) +
    times(18, () =>
      rect(
        kit.between(0, 1800),
        kit.between(1014, 1074),
        kit.between(40, 150),
        4,
        p.light,
        'rx="2" opacity=".6"',
      ),
    )
  // The small second cabin at the far end, then the cables, then the near cabin.
  const y = (at0: number, slope: number, xx: number) => at0 + slope * xx
  out +=
    line(1640, y(-60, 0.46, 1640), 1640, 742, p.ink, 5) +
    rect(1596, 738, 92, 50, p.hills[3], 'rx="4"') +
    times(4, (i) => rect(1604 + i * 21, 746, 15, 18, p.light))
  out += stroke(
    `M-20 ${n(y(-60, 0.46, -20))}L1940 ${n(y(-60, 0.46, 1940))}`,
    p.ink,
    5,
    'opacity=".8"',
  )
  for (const [a, slope, w] of [
    [-116, 0.43, 13],
    [-62, 0.428, 13],
  ] as const)
    out +=
      line(-20, y(a, slope, -20), 1940, y(a, slope, 1940) - 40, p.ink, w) +
      line(-20, y(a, slope, -20) - 3, 1940, y(a, slope, 1940) - 43, '#8b8794', w * 0.25)
  out += at(836, 400, 1.06, cabin(kit))
  // Wheels on the cable.
  const gear =
    poly(
      [
        [-170, -96],
        [170, 46],
        [160, 78],
        [-180, -62],
      ],
      p.ink,
    ) +
    times(
      4,
      (i) =>
        circle(-138 + i * 92, -96 + i * 39, 33, p.hills[3]) +
        ring(-138 + i * 92, -96 + i * 39, 33, p.ink, 6) +
        circle(-138 + i * 92, -96 + i * 39, 9, p.light),
    )
  out += at(838, 256, 1, gear)
  return out
}
