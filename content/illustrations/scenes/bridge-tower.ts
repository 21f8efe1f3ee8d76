import { circle, ground, type Kit, line, mix, n, path, poly, rect, stroke, times } from '../kit.ts'
import { halftone, ridge } from '../motifs.ts'

const CX = 960
const HORIZON = 700

/** A point `side` metres from the middle of the road at depth 0 (near) … 1 (far). */
const road = (side: number, depth: number): readonly [number, number] => {
  const k = 1 - depth
  return [CX + side * (6 + 94 * k), HORIZON + 400 * k]
}

export function shuttleTower(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#21173f', '#8d4a74')
  out += times(50, () =>
    circle(
      kit.between(0, 1920),
      kit.between(0, 380),
      kit.between(1.2, 2.6),
      '#f6d9c4',
      'opacity=".6"',
    ),
  )
  out += halftone(
    { x: 260, y: 260, w: 1400, h: 440 },
    22,
    '#c4627c',
    (u, v) => 0.62 - Math.hypot((u - 0.5) * 1.5, (v - 1) * 0.95),
  )
  out +=
    ridge(kit, 640, 34, '#4a2f63', 7) +
    times(70, () =>
      rect(kit.between(0, 1920), kit.between(660, 700), 5, 7, p.light, 'opacity=".7"'),
    )
  out += rect(0, HORIZON, 1920, 400, '#1a1233')
  // Footways, carriageways, the median.
  out +=
    poly([road(-13.5, 0), road(-9.6, 0), road(-9.6, 1), road(-13.5, 1)], '#3d2a57') +
    poly([road(9.6, 0), road(13.5, 0), road(13.5, 1), road(9.6, 1)], '#3d2a57')
  out +=
    poly([road(-9.6, 0), road(9.6, 0), road(9.6, 1), road(-9.6, 1)], '#2b1d47') +
    poly([road(-1.3, 0), road(1.3, 0), road(1.3, 1), road(-1.3, 1)], '#6d4470')
  const depths = Array.from({ length: 9 }, (_, i) => 1 - 0.74 ** i)
  for (const side of [-5.4, 5.4])
    for (let i = 0; i < 8; i++) {
      const a = depths[i] ?? 0
      const b = a + ((depths[i + 1] ?? 1) - a) * 0.45
      out += poly(
        [road(side - 0.12, a), road(side + 0.12, a), road(side + 0.12, b), road(side - 0.12, b)],
        '#f0d9d6',
        'opacity=".85"',
      )
    }
  for (const s of [-1, 1]) {
    out += poly([road(s * 9.5, 0), road(s * 9.7, 0), road(s * 9.7, 1), road(s * 9.5, 1)], '#f0b98f')
    for (const d of [0.12, 0.34, 0.52, 0.66, 0.76, 0.84, 0.9, 0.94]) {
      const [x, y] = road(s * 10.6, d)
      const h = 560 * (1 - d) + 14
      out +=
        line(x, y, x, y - h, '#150e2b', 2 + 9 * (1 - d)) +
        stroke(
          `M${n(x)} ${n(y - h)}q${n(-s * 8)} ${n(-30 * (1 - d))} ${n(-s * 90 * (1 - d))} ${n(-26 * (1 - d))}`,
          '#150e2b',
          2 + 7 * (1 - d),
        ) +
        circle(x - s * 92 * (1 - d), y - h - 20 * (1 - d), 4 + 13 * (1 - d), p.light) +
        circle(
          x - s * 92 * (1 - d),
          y - h - 20 * (1 - d),
          10 + 34 * (1 - d),
          p.light,
          'opacity=".2"',
        )
    }
  }
  // Far half of the fan, behind the tower.
  out += times(14, (i) =>
    line(CX, 170 + i * 20, CX + (i - 6.5) * 5, HORIZON + 14, '#d59bab', 2, 'opacity=".5"'),
  )
  // The tower: a shuttle with its eye.
  const shuttle = (w: number, top: number, foot: number) =>
    `M${CX} ${top}C${CX + w * 0.5} ${top + 130} ${CX + w} 300 ${CX + w} 420C${CX + w} 560 ${CX + w * 0.62} 660 ${CX + w * 0.5} ${foot}H${CX - w * 0.5}C${CX - w * 0.62} 660 ${CX - w} 560 ${CX - w} 420C${CX - w} 300 ${CX - w * 0.5} ${top + 130} ${CX} ${top}Z`
  const eye = (w: number, dy: number) =>
    `M${CX} ${300 + dy}C${CX + w} ${400 + dy} ${CX + w} ${520 - dy} ${CX} ${640 - dy}C${CX - w} ${520 - dy} ${CX - w} ${400 + dy} ${CX} ${300 + dy}Z`
  out +=
    `<path d="${shuttle(112, 34, 772)}${eye(66, 0)}" fill="#f3d3b4" fill-rule="evenodd"/>` +
    path(
      `M${CX} 34C${CX + 56} 164 ${CX + 112} 300 ${CX + 112} 420C${CX + 112} 560 ${CX + 70} 660 ${CX + 56} 772H${CX + 20}C${CX + 30} 690 ${CX + 60} 560 ${CX + 66} 470C${CX + 60} 380 ${CX + 30} 330 ${CX} 300Z`,
      '#c98a86',
    )
  out +=
    stroke(eye(66, 0), '#7a3f66', 5) +
    poly(
      [
        [CX - 88, 756],
        [CX + 88, 756],
        [CX + 104, 792],
        [CX - 104, 792],
      ],
      '#4a2f63',
    )
  // The near half of the fan, towards us.
  for (let i = 0; i < 16; i++) {
    const side = (i - 7.5) / 7.5
    const [x, y] = [CX + side * 96, 1090 - Math.abs(side) * 30]
    const c = mix('#ffe9c4', '#f08a6a', Math.abs(side))
    out +=
      line(CX + side * 5, 140 + Math.abs(side) * 190, x, y, c, 6, 'opacity=".18"') +
      line(CX + side * 5, 140 + Math.abs(side) * 190, x, y, c, 2.6)
  }
  // Tail-lights on our side, headlights on the other.
  const car = (side: number, depth: number, away: boolean) => {
    const [x, y] = road(side, depth)
    const s = (1 - depth) * 1.5
    const lamp = away ? '#f0433a' : '#fff3d0'
    return (
      path(
        `M${n(x - 90 * s)} ${n(y)}V${n(y - 66 * s)}L${n(x - 66 * s)} ${n(y - 126 * s)}H${n(x + 66 * s)}L${n(x + 90 * s)} ${n(y - 66 * s)}V${n(y)}Z`,
        '#120b26',
      ) +
      path(
        `M${n(x - 70 * s)} ${n(y - 70 * s)}L${n(x - 56 * s)} ${n(y - 114 * s)}H${n(x + 56 * s)}L${n(x + 70 * s)} ${n(y - 70 * s)}Z`,
        '#54386f',
      ) +
      times(
        2,
        (k) =>
          rect(x + (k ? 46 : -82) * s, y - 54 * s, 36 * s, 16 * s, lamp, `rx="${n(5 * s)}"`) +
          circle(x + (k ? 64 : -64) * s, y - 46 * s, 44 * s, lamp, 'opacity=".22"'),
      ) +
      rect(x - 84 * s, y - 4 * s, 168 * s, 16 * s, lamp, 'opacity=".2"')
    )
  }
  const cars: [number, number][] = [
    [3.4, 0.93],
    [7.4, 0.9],
    [3.2, 0.82],
    [7.6, 0.72],
    [3.6, 0.5],
    [7.5, 0.34],
  ]
  for (const [s, d] of cars) out += car(s, d, true)
  for (const [s, d] of [
    [-3.4, 0.94],
    [-7.4, 0.9],
    [-3.4, 0.78],
    [-7.6, 0.56],
  ] as const)
    out += car(s, d, false)
  return out
}
