import {
  at,
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  n,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'

/** A sturgeon in profile, swimming left; about 1150 long, 0, 0 in its middle. */
function sturgeon(back: string, side: string, belly: string, plate: string, dark: string): string {
  const body =
    'M-600 26C-520-6-470-40-400-70C-260-120-60-128 120-92C260-62 380-30 470-10C520 0 560-60 620-130C612-70 600-30 560 6C590 30 600 60 596 96C560 60 520 34 470 34C360 60 240 84 100 100C-80 118-260 110-390 76C-460 56-530 44-600 26Z'
  let out =
    path('M120-92C150-150 220-190 250-186C240-140 250-100 290-56Z', dark) +
    path('M220 84C240 130 300 150 330 140C310 110 310 84 330 62Z', dark) +
    path('M-20 104C10 160 80 190 120 180C90 140 84 120 96 96Z', dark)
  out +=
    path(body, side) +
    path(
      'M-600 26C-520-6-470-40-400-70C-260-120-60-128 120-92C260-62 380-30 470-10C520 0 560-60 620-130C612-90 606-60 590-30C560-4 520 2 470 4C340-10 200-46 60-62C-120-80-300-60-400-20C-470 4-540 20-600 26Z',
      back,
    )
  out += path(
    'M-600 26C-530 30-470 40-400 50C-240 84-60 90 100 74C240 62 360 44 470 28L470 34C360 60 240 84 100 100C-80 118-260 110-390 76C-460 56-530 44-600 26Z',
    belly,
  )
  // Bony plates: along the back, along the side.
  out += times(13, (i) => {
    const t = i / 12
    const x = -330 + t * 450
    const y = -96 - Math.sin(t * 2.4 + 0.5) * 26 + t * 14
    return (
      path(
        `M${n(x - 26)} ${n(y + 26)}L${n(x + 4)} ${n(y - 14)}L${n(x + 26)} ${n(y + 24)}Q${n(x)} ${n(y + 36)} ${n(x - 26)} ${n(y + 26)}Z`,
        plate,
      ) + line(x + 2, y - 8, x, y + 26, dark, 2.5)
    )
  })
  out += times(27, (i) => {
    const t = i / 26
    const x = -360 + t * 810
    const y = -6 + Math.sin(t * 3) * 14 + t * 6
    const s = 1 - t * 0.5
    return (
      poly(
        [
          [x - 16 * s, y],
          [x, y - 20 * s],
          [x + 16 * s, y],
          [x, y + 20 * s],
        ],
        plate,
      ) + line(x - 12 * s, y, x + 12 * s, y, dark, 2)
    )
  })
  out += times(9, (i) => {
    const x = -240 + i * 52
    return poly(
      [
        [x - 18, 92 - Math.abs(i - 4) * 1.4],
        [x, 78],
        [x + 18, 92],
        [x, 104],
      ],
      plate,
    )
  })
  // Head: snout, eye, gill, barbels, fin.
  out +=
    path(
      'M-600 26C-520-6-470-40-400-70C-376-40-370 20-390 76C-460 56-530 44-600 26Z',
      dark,
      'opacity=".25"',
    ) +
    stroke('M-398-68C-366-30-362 30-388 74', dark, 6) +
    stroke('M-420-58C-390-24-388 24-406 64', plate, 4, 'opacity=".8"')
  out +=
    circle(-470, -16, 14, '#fff3c9') +
    circle(-472, -16, 8, dark) +
    stroke(
      'M-560 34q4 34-10 56M-540 38q6 34-4 58M-520 42q8 30 2 54M-500 46q8 26 6 48',
      dark,
      4,
      'stroke-linecap="round"',
    ) +
    path('M-470 56q20 26 50 14l-14-10Z', dark)
  return (
    out +
    path('M-330 70C-320 120-250 190-170 200C-190 160-200 120-230 84Z', dark) +
    stroke(
      'M-318 82C-290 130-240 174-190 190M-296 86C-270 124-236 154-206 172',
      plate,
      3,
      'opacity=".7"',
    )
  )
}

export function underTheLine(kit: Kit): string {
  const { p } = kit
  const LINE = 352
  let out = ground(kit, '#eef4e6', '#dbe9dc')
  // Above: the shingle bank, the boat, the net, reeds.
  out +=
    path('M-10 210C400 150 800 200 1200 176C1500 160 1740 190 1930 170V400H-10Z', '#c6dac9') +
    path('M-10 330C200 300 420 270 700 272C1000 274 1160 320 1360 352V400H-10Z', '#d9cfae') +
    times(90, () => {
      const x = kit.between(0, 1200)
      return ellipse(
        x,
        kit.between(300 + Math.max(0, x - 800) * 0.06, 350),
        kit.between(8, 20),
        kit.between(4, 7),
        kit.pick(['#c2b68f', '#eae2c6', '#aea27c', '#b7c2a8']),
      )
    })
  out +=
    path(
      'M520 300C560 230 700 206 800 214C900 220 960 260 980 300C960 318 900 322 760 322C640 322 560 318 520 300Z',
      '#8a5a3a',
    ) +
    path('M520 300C560 230 700 206 800 214C720 232 620 262 560 312Z', '#a9754c') +
    stroke(
      'M560 296C640 240 740 226 830 226M620 312C690 268 790 250 890 262M700 318C770 290 850 284 950 300',
      '#5f3b26',
      5,
    ) +
    stroke('M520 300C560 230 700 206 800 214C900 220 960 260 980 300', '#5f3b26', 6)
  out +=
    rect(1086, 110, 14, 230, '#5f3b26') +
    path(
      'M1060 128C1100 110 1150 120 1160 150C1150 220 1136 270 1110 310C1080 260 1050 190 1060 128Z',
      '#7fa395',
    ) +
    stroke(
      'M1070 130C1080 200 1100 260 1110 300M1100 122C1106 190 1110 250 1112 300M1130 126C1126 190 1120 250 1114 300M1064 170C1090 180 1130 180 1154 168M1070 214C1090 222 1124 222 1142 212M1084 256C1096 262 1116 262 1128 256',
      '#2b6a64',
      3,
    )
  out +=
    times(22, (i) => {
      const x = 250 + i * 9 + kit.between(-8, 8)
      const h = kit.between(90, 190)
      return stroke(
        `M${n(x)} 356q${n(kit.between(-14, 10))} ${n(-h / 2)} ${n(kit.between(-30, 30))} ${n(-h)}`,
        kit.pick(['#3f8378', '#6a9a76', '#2b6a64']),
        5,
        'stroke-linecap="round"',
      )
    }) + times(6, (i) => rect(262 + i * 34, 190 + (i % 3) * 26, 9, 44, '#8a5a3a', 'rx="4"'))
  // Below: the deep water in bands.
  const deep = ['#5aa79a', '#4a978c', '#3a857d', '#2c726c', '#205f5b', '#164f4d']
  deep.forEach((c, i) => {
    out += path(
      `M-10 ${LINE + i * 112}C480 ${LINE - 14 + i * 118} 1300 ${LINE + 22 + i * 112} 1930 ${LINE - 4 + i * 116}V1090H-10Z`,
      c,
    )
  })
  out += times(5, (i) =>
    poly(
      [
        [260 + i * 340, LINE],
        [360 + i * 340, LINE],
        [200 + i * 340, 1080],
        [-40 + i * 340, 1080],
      ],
      '#cfeadb',
      `opacity=".09"`,
    ),
  )
  out +=
    stroke(`M-10 ${LINE}C480 ${LINE - 14} 1300 ${LINE + 22} 1930 ${LINE - 4}`, '#fffdf4', 6) +
    times(14, () =>
      rect(
        kit.between(0, 1850),
        kit.between(LINE + 14, LINE + 60),
        kit.between(40, 140),
        4,
        '#cfeadb',
        'rx="2" opacity=".7"',
      ),
    )
  // The second one, paler and farther; the shoal; the first.
  out += at(1180, 520, 0.62, sturgeon('#3f8d84', '#57a196', '#7dbcae', '#8cc7b9', '#2f7770'))
  const small = (c: string) =>
    path('M-34 0C-20-16 14-16 30-2L48-16V14L30 4C14 16-20 14-34 0Z', c) +
    circle(-20, -3, 3, '#0d3232')
  for (let i = 0; i < 44; i++) {
    const t = i / 43
    const lane = (i % 4) - 1.5
    const a = -0.3 + t * 2.5
    const r = 420 + lane * 36
    const x = 1300 + Math.cos(a) * r * 1.02 + kit.between(-10, 10)
    const y = 640 + Math.sin(a) * r * 0.72 + kit.between(-8, 8)
    const turn = (Math.atan2(Math.cos(a) * 0.72, -Math.sin(a) * 1.02) * 180) / Math.PI + 180
    out += at(
      x,
      y,
      kit.between(0.8, 1.05),
      small(kit.pick([p.sun, '#f4e0a6', '#e8b04a', '#fff3c9'])),
      turn,
    )
  }
  out += at(972, 706, 0.88, sturgeon('#2f4a4c', '#6f8f88', '#e9e4cc', '#c3d0bd', '#0d2a2c'), -3)
  // Gravel and weed on the bed.
  out +=
    path('M-10 1010C300 980 620 1030 960 1010C1300 990 1600 1030 1930 1000V1090H-10Z', '#0d3232') +
    times(120, () =>
      ellipse(
        kit.between(0, 1920),
        kit.between(1012, 1080),
        kit.between(10, 30),
        kit.between(6, 13),
        kit.pick(['#2b5f58', '#47796c', '#1d4a48', '#8a9a7c', '#c9a26b']),
      ),
    )
  out += times(46, (i) => {
    const x = kit.pick([240, 340, 1500, 1620, 1720, 420]) + kit.between(-46, 46)
    const h = kit.between(90, 230)
    return stroke(
      `M${n(x)} 1050c${n(kit.between(-26, 26))} ${n(-h * 0.4)} ${n(kit.between(-30, 30))} ${n(-h * 0.6)} ${n(kit.between(-20, 20))} ${n(-h)}`,
      i % 3 ? '#2f7f5f' : '#57a37c',
      8,
      'stroke-linecap="round"',
    )
  })
  return (
    out +
    times(9, (i) =>
      circle(
        286 + (i % 2) * 14,
        640 - i * 30,
        9 - i * 0.6,
        'none',
        'stroke="#cfeadb" stroke-width="3" opacity=".8"',
      ),
    )
  )
}
