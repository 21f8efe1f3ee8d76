import {
  circle,
  ground,
  type Kit,
  line,
  n,
  type Point,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { halftone } from '../motifs.ts'

const VX = 1800
const VY = 742

const to = (x: number, y: number, z: number): Point => [VX + (x - VX) / z, VY + (y - VY) / z]

export function steppeTrain(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#1d1b45', '#b9617c')
  out += halftone({ x: 0, y: 330, w: 1920, h: 420 }, 24, '#d77f85', (_, v) => (v - 0.25) * 0.75)
  out += times(150, () => {
    const y = kit.between(0, 520) ** 1
    return circle(
      kit.between(0, 1920),
      y,
      kit.between(1, 2.8),
      p.light,
      `opacity="${(0.9 - y / 700).toFixed(2)}"`,
    )
  })
  out +=
    circle(1240, 260, 172, '#f9e3c4') +
    circle(1200, 224, 30, '#efcfae') +
    circle(1290, 300, 44, '#efcfae') +
    circle(1226, 330, 18, '#efcfae') +
    circle(1310, 200, 20, '#efcfae') +
    circle(1240, 260, 240, '#f9e3c4', 'opacity=".08"')
  out +=
    path(`M-10 ${VY - 6}C300 716 600 734 960 730C1300 726 1600 716 1930 734V780H-10Z`, '#6b3f6a') +
    rect(0, VY, 1920, 350, '#3a2c58')
  // Grass in bands, tufts nearer the eye.
  out += times(7, (i) =>
    path(
      `M-10 ${760 + i * i * 9}C500 ${752 + i * i * 9} 1300 ${770 + i * i * 9} 1930 ${756 + i * i * 9}V1090H-10Z`,
      ['#46335f', '#3f2e5b', '#372953', '#30244b', '#291f43', '#231a3b', '#1c1533'][i] ?? '#231a3b',
    ),
  )
  out += times(120, () => {
    const y = kit.between(770, 1076)
    const s = (y - 740) / 200
    const x = kit.between(0, 1920)
    return stroke(
      `M${n(x)} ${n(y)}q${n(-6 * s)} ${n(-18 * s)} ${n(-14 * s)} ${n(-24 * s)}M${n(x)} ${n(y)}q${n(2 * s)} ${n(-22 * s)} ${n(4 * s)} ${n(-34 * s)}M${n(x)} ${n(y)}q${n(8 * s)} ${n(-14 * s)} ${n(18 * s)} ${n(-20 * s)}`,
      kit.pick(['#7a4f75', '#5a3f6b', '#8d5a80']),
      1.4 + s * 1.6,
      'stroke-linecap="round"',
    )
  })
  // The bed, sleepers and rails.
  out += poly([to(300, 1050, 1), to(980, 1050, 1), [VX, VY], [VX - 2, VY]], '#4b3761')
  for (let z = 0.9; z < 14; z *= 1.085)
    out += poly(
      [to(340, 1050, z), to(900, 1050, z), to(900, 1050, z * 1.03), to(340, 1050, z * 1.03)],
      '#1c1533',
    )
  for (const x of [404, 800])
    out += poly(
      [to(x, 1050, 0.9), to(x + 18, 1050, 0.9), to(x + 18, 1050, 40), to(x, 1050, 40)],
      '#e9a58f',
    )
  // Poles and wires on the far side.
  const zs = Array.from({ length: 15 }, (_, i) => 1.02 * 1.26 ** i)
  const tops = zs.map((z) => to(-60, 60, z))
  for (const z of zs) {
    const [x, y] = to(-60, 60, z)
    const [, foot] = to(-60, 990, z)
    out +=
      line(x, y, x, foot, '#15122e', 13 / z + 1) +
      line(x - 6 / z, y + 46 / z, x + 300 / z, y + 46 / z, '#15122e', 9 / z + 0.6) +
      line(x, y + 130 / z, x + 250 / z, y + 50 / z, '#15122e', 6 / z + 0.4)
  }
  for (const k of [280, 120])
    out += stroke(
      tops
        .map(([x, y], i) => {
          const z = zs[i] ?? 1
          const px = x + k / z
          const py = y + 46 / z
          return i
            ? `Q${n((px + (tops[i - 1]?.[0] ?? 0) + k / (zs[i - 1] ?? 1)) / 2)} ${n(py + 60 / z)} ${n(px)} ${n(py)}`
            : `M-200 ${n(py - 60)}L${n(px)} ${n(py)}`
        })
        .join(''),
      '#15122e',
      3,
    )
  // The wagons: far ones first.
  const inks = ['#a0615f', '#46719a', '#d58a5c', '#6b4a86', '#e2b07c', '#b5475c', '#57558f']
  const side = (x: number, ya: number, yb: number, za: number, zb: number, fill: string) =>
    poly([to(x, ya, za), to(x, ya, zb), to(x, yb, zb), to(x, yb, za)], fill)
  const starts: number[] = []
  for (let z = 1.62; z < 20; z *= 1.19) starts.push(z)
  for (let i = starts.length - 1; i >= 0; i--) {
    const z = starts[i] ?? 1
    const e = z * 1.16
    const c = inks[i % inks.length] ?? '#46719a'
    out +=
      side(880, 480, 900, z, e, c) +
      side(880, 480, 506, z, e, '#f6c79a') +
      side(880, 900, 960, z, e, '#15122e')
    out += poly([to(340, 480, z), to(880, 480, z), to(880, 900, z), to(340, 900, z)], '#2a2048')
    out += times(7, (k) => {
      const zz = z + ((e - z) * (k + 0.7)) / 7.4
      const [x, y] = to(880, 530, zz)
      const [, y2] = to(880, 880, zz)
      return line(x, y, x, y2, '#15122e', 3 / zz + 0.5, 'opacity=".35"')
    })
  }
  // The locomotive: its side, then its lit face.
  out +=
    side(860, 420, 930, 1, 1.56, '#7d3049') +
    side(860, 420, 460, 1, 1.56, '#e8846a') +
    side(860, 690, 730, 1, 1.56, p.sun) +
    side(860, 930, 1000, 1, 1.54, '#15122e')
  out += times(5, (i) =>
    side(860, 540, 640, 1.08 + i * 0.09, 1.14 + i * 0.09, i === 0 ? p.light : '#45203c'),
  )
  out +=
    path('M364 960V520Q372 420 470 404H760Q852 420 860 520V960Z', '#c0455a') +
    path('M364 760H860V960H364Z', '#8f3049') +
    path('M400 640V540Q410 462 480 452H744Q816 462 824 540V640Z', '#15122e') +
    path('M420 640L520 452H612L520 640Z', '#6b5a9a', 'opacity=".5"') +
    rect(606, 452, 12, 188, '#c0455a')
  out +=
    rect(364, 690, 496, 34, p.sun) +
    rect(340, 950, 544, 44, '#15122e') +
    poly(
      [
        [384, 994],
        [840, 994],
        [800, 1040],
        [424, 1040],
      ],
      '#15122e',
    )
  out +=
    rect(556, 412, 112, 30, '#15122e', 'rx="10"') +
    circle(584, 427, 11, p.light) +
    circle(640, 427, 11, p.light)
  for (const x of [452, 772])
    out +=
      circle(x, 826, 46, '#15122e') +
      circle(x, 826, 34, '#fff3cf') +
      circle(x, 826, 86, p.light, 'opacity=".28"') +
      circle(x, 826, 150, p.light, 'opacity=".12"')
  return (
    out +
    poly(
      [
        [420, 850],
        [800, 850],
        [880, 1090],
        [40, 1090],
      ],
      p.light,
      'opacity=".16"',
    ) +
    poly(
      [
        [430, 850],
        [500, 850],
        [330, 1090],
        [-60, 1090],
      ],
      p.light,
      'opacity=".1"',
    )
  )
}
