import {
  at,
  circle,
  ground,
  type Kit,
  line,
  n,
  type Point,
  path,
  poly,
  smooth,
  stroke,
  times,
} from '../kit.ts'

const CX = 970
const CY = 560

export function pitFromAbove(kit: Kit): string {
  let out = ground(kit, '#5f8577', '#5f8577')
  // A quilt of crowns, leaving out the hole.
  const crown = (x: number, y: number, r: number, c: string, lit: string) =>
    circle(x + r * 0.22, y + r * 0.28, r, '#2f4d47', 'opacity=".5"') +
    circle(x, y, r, c) +
    path(
      `M${n(x - r * 0.7)} ${n(y)}A${n(r * 0.7)} ${n(r * 0.7)} 0 0 1 ${n(x)} ${n(y - r * 0.7)}A${n(r * 0.9)} ${n(r * 0.9)} 0 0 0 ${n(x - r * 0.7)} ${n(y)}Z`,
      lit,
    )
  for (let j = 0; j < 19; j++)
    for (let i = 0; i < 29; i++) {
      const x = i * 70 + (j % 2) * 35 - 20 + kit.between(-16, 16)
      const y = j * 62 - 20 + kit.between(-14, 14)
      const d = Math.hypot((x - CX) / 500, (y - CY) / 410)
      if (d < 0.97 || (x > 300 && x < 590 && y > 60 && y < 230)) continue
      const tone = kit.rnd()
      out += crown(
        x,
        y,
        kit.between(26, 46),
        tone > 0.8 ? '#8aa88f' : tone > 0.45 ? '#64907c' : tone > 0.2 ? '#557f70' : '#46705f',
        tone > 0.8 ? '#b3c9b0' : '#7fa890',
      )
    }
  // Concentric uneven walls, darker the deeper.
  const wobble = Array.from({ length: 22 }, () => kit.between(-1, 1))
  const rings: [number, string, number][] = [
    [1, '#c9cfc4', 0.07],
    [0.86, '#a3b0a8', 0.07],
    [0.72, '#7a8d88', 0.075],
    [0.58, '#546a68', 0.08],
    [0.43, '#34494a', 0.09],
    [0.27, '#1f2f33', 0.1],
  ]
  const shape = (k: number, uneven: number, dx: number, dy: number) =>
    smooth(
      wobble.map((w, i): Point => {
        const a = (i / wobble.length) * Math.PI * 2
        const r = k * (1 + w * uneven + Math.sin(a * 3 + k * 9) * 0.035)
        return [CX + dx + Math.cos(a) * 500 * r, CY + dy + Math.sin(a) * 410 * r]
      }),
      true,
    )
  out += path(shape(1.03, 0.07, 12, 16), '#2f4d47', 'opacity=".55"')
  rings.forEach(([k, c, u], i) => {
    out += path(shape(k, u, i * 5, i * 12), c)
    if (i < 5)
      for (let t = 0; t < 64; t++) {
        const a = (t / 64) * Math.PI * 2 + kit.between(-0.03, 0.03)
        const r = k * kit.between(0.9, 0.97)
        const [x, y] = [CX + i * 5 + Math.cos(a) * 500 * r, CY + i * 12 + Math.sin(a) * 410 * r]
        if (kit.rnd() > 0.3)
          out += line(
            x,
            y,
            x - Math.cos(a) * 34 * k,
            y - Math.sin(a) * 28 * k,
            kit.pick(['#2b3f40', '#e9ece2', '#5f7672']),
            3.4,
            'stroke-linecap="round" opacity=".4"',
          )
      }
    if (i > 0 && i < 4)
      for (let t = 0; t < 26; t++) {
        const a = kit.between(0, Math.PI * 2)
        const r = k * kit.between(0.97, 1.01)
        out += circle(
          CX + i * 5 + Math.cos(a) * 500 * r,
          CY + i * 12 + Math.sin(a) * 410 * r,
          kit.between(6, 14),
          kit.pick(['#4f7a69', '#6d9480', '#3f6658']),
        )
      }
  })
  // A fleck of light on the floor, the hair-thin fall.
  out +=
    poly(
      [
        [1010, 640],
        [1090, 620],
        [1110, 668],
        [1040, 690],
      ],
      '#dfe6cf',
      'opacity=".85"',
    ) +
    poly(
      [
        [760, 300],
        [1160, 760],
        [1040, 700],
        [720, 340],
      ],
      '#f4f3e2',
      'opacity=".12"',
    )
  out +=
    stroke(
      'M866 196C876 250 880 300 886 360C896 460 930 540 958 616',
      '#fbfcf4',
      7,
      'stroke-linecap="round"',
    ) +
    stroke('M862 190C872 250 874 300 882 360C892 440 920 520 950 610', '#cfe0de', 2.5) +
    circle(960, 626, 30, '#fbfcf4', 'opacity=".4"') +
    circle(966, 634, 50, '#fbfcf4', 'opacity=".18"') +
    stroke('M820 60C850 100 838 150 866 196', '#e9f0ea', 6, 'stroke-linecap="round"')
  // A clearing with one farmhouse and a path.
  out +=
    path(
      'M320 110C370 70 520 66 570 120C590 170 540 220 450 224C360 226 300 170 320 110Z',
      '#b9c49a',
    ) +
    times(5, (i) =>
      stroke(`M${350 + i * 8} ${110 + i * 22}q90-16 ${190 - i * 12} 4`, '#93a97f', 5),
    ) +
    stroke(
      'M450 190C480 260 420 280 470 330C500 370 560 380 590 420',
      '#e6dfc0',
      10,
      'stroke-linecap="round"',
    )
  out +=
    poly(
      [
        [432, 118],
        [520, 138],
        [506, 190],
        [418, 168],
      ],
      '#3a4a54',
    ) +
    poly(
      [
        [425, 143],
        [513, 164],
        [506, 190],
        [418, 168],
      ],
      '#5f717a',
    ) +
    line(425, 143, 513, 164, '#1f2a31', 4) +
    poly(
      [
        [400, 150],
        [424, 156],
        [416, 190],
        [392, 184],
      ],
      '#c8442f',
    ) +
    poly(
      [
        [440, 196],
        [520, 206],
        [522, 218],
        [438, 208],
      ],
      '#2f4d47',
      'opacity=".5"',
    )
  // White birds crossing above.
  const bird = path(
    'M0 0C-14-20-40-30-70-22C-46-12-26 0-10 12L-4 34L4 34L10 12C26 0 46-12 70-22C40-30 14-20 0 0Z',
    '#fffdf6',
  )
  for (const [x, y, s, turn] of [
    [1130, 430, 0.95, 38],
    [1220, 520, 0.75, 46],
    [1060, 480, 0.62, 30],
    [1260, 420, 0.6, 52],
  ] as const)
    out +=
      at(
        x + 26,
        y + 60,
        s,
        path(
          'M0 0C-14-20-40-30-70-22C-46-12-26 0-10 12L-4 34L4 34L10 12C26 0 46-12 70-22C40-30 14-20 0 0Z',
          '#1f2f33',
          'opacity=".3"',
        ),
        turn,
      ) + at(x, y, s, bird, turn)
  return out
}
