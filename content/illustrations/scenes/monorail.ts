import {
  at,
  clip,
  ellipse,
  ground,
  type Kit,
  line,
  mix,
  n,
  type Point,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { person } from '../motifs.ts'
import { balcony } from './flats.ts'

const VX = 1500
const VY = 640

/** A point at depth z that stands at (x, y) when z is 1. */
const to = (x: number, y: number, z: number): Point => [VX + (x - VX) / z, VY + (y - VY) / z]

function train(p: Kit['p'], end: number): string {
  const side = (ya: number, yb: number, za: number, zb: number, fill: string, more = '') =>
    poly([to(270, ya, za), to(270, ya, zb), to(270, yb, zb), to(270, yb, za)], fill, more)
  let out = ''
  // The roof line, the body in two tones, the skirt over the beam.
  out +=
    side(140, 400, 1, end, '#fffdf4') +
    side(318, 400, 1, end, '#3f9a7f') +
    side(400, 500, 1, end, '#2b6a64') +
    side(140, 160, 1, end, '#e3dfc8')
  let z = 1.05
  for (let i = 0; z < end - 0.04; i++) {
    const w = 0.085 + i * 0.004
    if (i % 5 === 2)
      out +=
        side(186, 384, z, Math.min(end, z + w), '#e3efe2') +
        side(206, 306, z + 0.012, Math.min(end, z + w - 0.012), '#123f3f')
    else
      out +=
        side(196, 296, z, Math.min(end, z + w), '#123f3f') +
        poly(
          [to(270, 196, z), to(270, 196, z + w * 0.5), to(270, 296, z + w * 0.2), to(270, 296, z)],
          '#5aa79a',
          'opacity=".4"',
        )
    z += w + 0.035
    if (i % 5 === 4) {
      out += side(136, 500, z - 0.02, Math.min(end, z + 0.02), '#0d3232')
      z += 0.045
    }
  }
  out += side(330, 346, 1, end, p.sun)
  // The end that faces us.
  out +=
    path('M-90 500V190Q-90 120-20 112H200Q270 118 270 190V500H150V420H30V500Z', '#f4f1de') +
    path('M-90 400H270V500H150V420H30V500H-90Z', '#2b6a64') +
    path('M-90 318H270V404H-90Z', '#3f9a7f') +
    rect(-90, 330, 360, 16, p.sun)
  out +=
    path('M-62 296V204Q-60 160-14 154H194Q242 158 244 204V296Z', '#123f3f') +
    path('M-40 296L60 154H130L30 296Z', '#5aa79a', 'opacity=".35"') +
    rect(86, 154, 8, 142, '#f4f1de') +
    rect(30, 120, 120, 22, '#123f3f', 'rx="8"')
  return (
    out +
    ellipse(-36, 372, 26, 18, '#fff3c9') +
    ellipse(216, 372, 26, 18, '#fff3c9') +
    rect(20, 362, 140, 10, '#fff3c9', 'opacity=".8"')
  )
}

export function monorailThroughTheBlock(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#eaf3e6', '#cfe3d6')
  out +=
    path('M-10 620C160 520 360 560 640 470V1090H-10Z', '#a9cbb8') +
    path('M-10 760C200 700 420 720 640 640V1090H-10Z', '#7fae9b')
  out +=
    rect(330, 330, 150, 700, '#b5d0c1') +
    times(12, (i) => rect(346, 360 + i * 52, 118, 18, '#97b9aa')) +
    rect(488, 250, 100, 800, '#a4c4b4') +
    times(14, (i) => rect(500, 280 + i * 50, 76, 16, '#87ad9c'))
  // The slab of flats.
  out += rect(590, -10, 1340, 950, '#efe9d4') + rect(590, -10, 26, 950, '#cfc8a8')
  for (let row = 0; row < 7; row++)
    for (let c = 0; c < 8; c++) {
      const x = 640 + c * 164
      const y = -70 + row * 134
      if (y > 230 && y < 690 && x > 700 && x < 1420) continue
      out += balcony(kit, x, y)
    }
  out +=
    times(3, (i) => rect(790 + i * 492, -10, 14, 300, '#cfc8a8')) +
    rect(1774, -10, 14, 950, '#cfc8a8')
  // The mouth, with the far light at its end.
  out += rect(740, 322, 700, 396, '#d3ccac') + rect(762, 344, 656, 352, '#0d3232')
  const inner = [
    [762, 344],
    [1418, 344],
    [1418, 696],
    [762, 696],
  ] as const
  const far = inner.map(
    ([x, y]): Point => [VX - 120 + (x - VX + 120) * 0.42, VY - 60 + (y - VY + 60) * 0.42],
  )
  out += clip(
    kit,
    rect(762, 344, 656, 352, '#000'),
    poly([inner[0], inner[1], far[1] ?? [0, 0], far[0] ?? [0, 0]], '#1d4a48') +
      poly([inner[3], inner[2], far[2] ?? [0, 0], far[3] ?? [0, 0]], '#153c3b') +
      poly(far, '#bfe0cd') +
      times(6, (i) => line(800 + i * 110, 344, 1060 + i * 46, 452, p.sun, 5, 'opacity=".75"')),
  )
  // Street: shops, wall, people.
  out +=
    rect(590, 800, 1340, 150, '#1d4a48') +
    times(
      6,
      (i) =>
        rect(
          620 + i * 222,
          820,
          190,
          100,
          kit.pick(['#f4e8c4', '#e8b04a', '#cfe3d6', '#f0d9a0']),
          'opacity=".9"',
        ) + path(`M${612 + i * 222} 806h206l-10 36h-186Z`, i % 2 ? '#d9582f' : '#3f8378'),
    ) +
    rect(590, 780, 1340, 26, '#fbf6e2')
  out +=
    path('M-10 930H1930V1090H-10Z', '#b9c9b4') +
    rect(-10, 928, 1940, 14, '#8fa894') +
    poly(
      [
        [-10, 1010],
        [1930, 1010],
        [1930, 1090],
        [-10, 1090],
      ],
      '#97ab98',
    )
  // T-shaped piers and the one slim beam, then the train astride it.
  for (const z of [2.35, 1.72, 1.2]) {
    const [x, y] = to(90, 610, z)
    const c = mix('#c9c8b2', '#8fa894', (z - 1) / 2)
    out +=
      path(
        `M${n(x - 150 / z)} ${n(y - 8)}h${n(300 / z)}v${n(44 / z)}L${n(x + 50 / z)} ${n(y + 120 / z)}V1000H${n(x - 50 / z)}V${n(y + 120 / z)}L${n(x - 150 / z)} ${n(y + 44 / z)}Z`,
        c,
      ) +
      poly(
        [
          [x + 14 / z, y + 110 / z],
          [x + 50 / z, y + 110 / z],
          [x + 50 / z, 1000],
          [x + 14 / z, 1000],
        ],
        '#7d947f',
      )
  }
  const end = 2.86
  out +=
    poly([to(150, 470, 0.9), to(150, 470, end), to(150, 610, end), to(150, 610, 0.9)], '#a3a68d') +
    poly([to(150, 596, 0.9), to(150, 596, end), to(150, 612, end), to(150, 612, 0.9)], '#6f7d68') +
    rect(30, 420, 122, 192, '#d5d2b8') +
    poly([[30, 612], [152, 612], to(150, 612, end), to(30, 612, end)], '#5d6d5a')
  out += train(p, end)
  out += clip(
    kit,
    rect(762, 344, 656, 352, '#000'),
    poly(
      [
        [1030, 344],
        [1418, 344],
        [1418, 696],
        [1030, 696],
      ],
      '#0d3232',
      'opacity=".25"',
    ),
  )
  for (const [x, y, s, pose] of [
    [700, 1040, 1.2, 'look'],
    [752, 1044, 1.14, 'stand'],
    [980, 1030, 1.1, 'look'],
    [1180, 1050, 1.25, 'walk'],
    [1340, 1034, 1.1, 'look'],
  ] as const)
    out += at(x, y, s, person('#0d3232', pose))
  // Banyan leaves, lower right.
  out += stroke('M1930 760C1820 820 1740 900 1690 1090', '#0d3232', 16)
  out += times(46, (i) =>
    at(
      1930 - kit.between(0, 300),
      1090 - kit.between(0, 320),
      kit.between(0.8, 1.5),
      path(
        'M0 0C20-26 60-24 84 0C60 22 20 24 0 0Z',
        kit.pick(['#164f4d', '#2b7468', '#1d5f58', '#3f8a5f']),
      ) + line(4, 0, 76, 0, '#86b3a0', 2, 'opacity=".6"'),
      180 + kit.between(-70, 70) + (i % 3) * 16,
    ),
  )
  return out
}
