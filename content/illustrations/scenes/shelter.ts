import {
  at,
  circle,
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
  smooth,
  stroke,
  times,
} from '../kit.ts'

const VX = 1000
const VY = 500

/** A rough vault at scale k round the far point of daylight. */
function vault(kit: Kit, k: number): string {
  const pts: Point[] = []
  for (let i = 0; i <= 16; i++) {
    const a = Math.PI - (i / 16) * Math.PI
    const r = kit.between(0.955, 1.045)
    pts.push([VX + Math.cos(a) * 980 * k * r, VY - 40 * k - Math.sin(a) * 700 * k * r])
  }
  return `${smooth(pts)}L${n(VX + 1000 * k)} ${n(VY + 640 * k)}H${n(VX - 1000 * k)}Z`
}

/** A guest on a stool; 0, 0 on the floor, facing right. */
const guest = (c: string, rim: string, drink: boolean) =>
  path('M-34 0L-26-70H30L38 0H26L22-58H-18L-22 0Z', '#1a0a0e') +
  circle(14, -232, 30, c) +
  path(
    'M-12-204C-56-190-64-130-56-62H36L104-70L108-4H128L136-90C130-102 80-108 46-106L40-180C36-204 10-210-12-204Z',
    c,
  ) +
  stroke(
    drink ? 'M10-176C40-140 70-150 84-206' : 'M10-170C40-130 90-128 150-140',
    c,
    22,
    'stroke-linecap="round" stroke-linejoin="round"',
  ) +
  (drink
    ? path('M74-214h22v-26h-22Z', '#ffe3ae')
    : line(144, -140, 200, -126, rim, 4) + line(144, -146, 204, -136, rim, 4)) +
  stroke(
    'M40-246C46-232 42-212 32-204M42-180C44-160 46-130 46-110',
    rim,
    5,
    'stroke-linecap="round"',
  )

const pot = (x: number, y: number, s: number) =>
  at(
    x,
    y,
    s,
    rect(-150, 0, 300, 18, '#5b2a22') +
      rect(-130, 18, 20, 130, '#3a1519') +
      rect(110, 18, 20, 130, '#3a1519') +
      path('M-70-4C-80-44 80-44 70-4Z', '#c2723c') +
      ellipse(0, -32, 72, 13, '#eab075') +
      ellipse(0, -32, 62, 9, '#d9482b') +
      path(
        'M-30-44C-70-110 0-130-34-210C-60-270 0-300-20-350C30-290-20-250 6-200C36-140-16-110 4-44Z',
        '#ffe3ae',
        'opacity=".32"',
      ) +
      path(
        'M20-44C0-100 60-130 40-190C26-240 60-260 50-300C90-250 54-230 70-180C86-130 40-100 50-44Z',
        '#ffe3ae',
        'opacity=".24"',
      ) +
      path('M-120 0q2-24-8-24h34q-10 0-8 24Z', '#f6e6c8') +
      path('M92 0v-34h18v34Z', '#2f7f77'),
  )

export function tunnelRestaurant(kit: Kit): string {
  let out = ground(kit, '#1d0a10', '#1d0a10')
  const steps = 9
  for (let i = 0; i <= steps; i++) {
    const k = 1.02 * 0.74 ** i
    const t = i / steps
    const c =
      t < 0.6 ? mix('#3c1a1a', '#a5502f', t / 0.6) : mix('#a5502f', '#f0a860', (t - 0.6) / 0.4)
    out += path(vault(kit, k), c)
    // Chisel marks on this stretch of the vault.
    const marks = times(Math.round(60 * (1 - t)), () => {
      const a = kit.between(0.02, 0.98) * Math.PI
      const r = kit.between(0.79, 0.97) * k
      const x = VX + Math.cos(a) * 980 * r
      const y = VY - 40 * r - Math.sin(a) * 700 * r
      return line(
        x,
        y,
        x + kit.between(14, 46) * k,
        y + kit.between(-30, 30) * k,
        mix(c, kit.rnd() > 0.5 ? '#ffb36b' : '#1d0a10', 0.35),
        7 * k + 1,
        'stroke-linecap="round"',
      )
    })
    out += marks
  }
  out +=
    path(vault(kit, 0.062), '#fff3cf') +
    circle(VX, VY, 90, '#ffe3ae', 'opacity=".3"') +
    circle(VX, VY, 150, '#ffe3ae', 'opacity=".16"')
  // The floor, with the daylight lying on it.
  out +=
    poly(
      [
        [VX - 60, VY + 36],
        [VX + 60, VY + 36],
        [2300, 1090],
        [-300, 1090],
      ],
      '#5a2620',
    ) +
    poly(
      [
        [VX - 24, VY + 36],
        [VX + 24, VY + 36],
        [1240, 1090],
        [700, 1090],
      ],
      '#c9743f',
      'opacity=".75"',
    ) +
    poly(
      [
        [VX - 8, VY + 36],
        [VX + 8, VY + 36],
        [1060, 1090],
        [900, 1090],
      ],
      '#f0b068',
      'opacity=".7"',
    )
  for (const k of [0.1, 0.16, 0.25, 0.38, 0.56, 0.8])
    out += line(
      VX - 1100 * k,
      VY + 36 + 600 * k,
      VX + 1100 * k,
      VY + 36 + 600 * k,
      '#3c1a1a',
      2 + 4 * k,
      'opacity=".6"',
    )
  // Bulbs along the crown.
  out += stroke(`M${VX} ${VY - 70}C${VX - 6} 360 ${VX - 14} 240 ${VX - 30} -20`, '#1d0a10', 4)
  for (const [x, y, r] of [
    [998, 432, 5],
    [996, 404, 7],
    [994, 366, 10],
    [990, 310, 14],
    [984, 226, 20],
    [974, 100, 30],
  ] as const)
    out +=
      circle(x, y + r, r * 4.4, '#ffd27d', 'opacity=".13"') +
      circle(x, y + r, r * 2.4, '#ffd27d', 'opacity=".28"') +
      rect(x - r * 0.4, y - r * 0.9, r * 0.8, r * 0.9, '#1d0a10') +
      circle(x, y + r, r, '#fff6d8')
  // Tables into the depth, both sides.
  for (const [x, y, s] of [
    [786, 640, 0.34],
    [1240, 646, 0.36],
  ] as const)
    out +=
      at(x - 70 * s * 2.4, y + 60, s * 0.95, guest('#4a1c1c', '#f0a860', false)) +
      pot(x, y, s) +
      at(x + 70 * s * 2.4, y + 60, s * 0.95, guest('#4a1c1c', '#f0a860', true), 0, true)
  for (const [x, y, s] of [
    [520, 760, 0.66],
    [1500, 764, 0.68],
  ] as const)
    out +=
      at(x - 210 * s, y + 140 * s, s * 1.02, guest('#35131a', '#f0a860', x > 900)) +
      pot(x, y, s) +
      at(x + 210 * s, y + 140 * s, s * 1.02, guest('#35131a', '#f0a860', x < 900), 0, true)
  out += at(1500, 968, 1.12, guest('#230c13', '#f7b062', false)) + pot(1716, 870, 1.06)
  out +=
    pot(300, 896, 1.14) +
    at(556, 1040, 1.22, guest('#230c13', '#f7b062', false), 0, true) +
    at(70, 1040, 1.22, guest('#230c13', '#f7b062', false))
  // The dark mouth frames it.
  const mouth: Point[] = []
  for (let i = 0; i <= 18; i++) {
    const a = Math.PI - (i / 18) * Math.PI
    const r = kit.between(0.97, 1.03)
    mouth.push([960 + Math.cos(a) * 930 * r, 560 - Math.sin(a) * 540 * r])
  }
  out += `<path d="M-10 -10H1930V1090H1904${smooth([...mouth].reverse()).replace(/^M/, 'L')}L16 1090H-10Z" fill="#14070b"/>`
  return out
}
