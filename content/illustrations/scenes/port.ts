import { circle, ground, type Kit, line, n, path, rect, stroke, times } from '../kit.ts'
import { ridge, ripples } from '../motifs.ts'

const BOXES = ['#d9482b', '#c79a5d', '#33405a', '#7fb7a3', '#b8655a', '#f0e0c0', '#6f6a7c'] as const

function box(
  kit: Kit,
  x: number,
  y: number,
  w: number,
  h: number,
  color: string = kit.pick(BOXES),
) {
  return (
    rect(x, y, w - 2, h - 2, color) +
    stroke(
      times(Math.floor(w / 11), (i) => `M${n(x + 6 + i * 11)} ${n(y + 4)}v${n(h - 10)}`),
      '#1d2638',
      3,
      'opacity=".16"',
    ) +
    rect(x, y, w - 2, 3, '#fff', 'opacity=".25"')
  )
}

/** A ship-to-shore crane; x is its water-side leg, y the quay. */
function crane(x: number, y: number, s: number, c: string, dark: string, lift: number): string {
  const px = (v: number) => x + v * s
  const py = (v: number) => y - v * s
  const bar = (a: number, b: number, e: number, f: number, w: number, col = c) =>
    line(px(a), py(b), px(e), py(f), col, w * s)
  let out =
    bar(150, 0, 140, 470, 20, dark) +
    bar(0, 0, 10, 470, 22) +
    bar(0, 120, 150, 120, 15) +
    bar(0, 130, 146, 330, 9, dark) +
    bar(150, 130, 8, 330, 9)
  out += bar(-30, 0, 180, 0, 20, dark)
  out += bar(-470, 470, 300, 470, 24) + bar(-470, 452, 300, 452, 6, dark)
  out +=
    bar(10, 470, 44, 640, 15) +
    bar(140, 470, 60, 640, 13, dark) +
    bar(52, 640, -440, 476, 6) +
    bar(52, 640, -220, 476, 6) +
    bar(56, 640, 290, 476, 6)
  for (let i = 0; i < 9; i++)
    out +=
      bar(-460 + i * 52, 470, -434 + i * 52, 494, 4) +
      bar(-434 + i * 52, 494, -408 + i * 52, 470, 4)
  out +=
    rect(px(160), py(540), 110 * s, 66 * s, c) +
    rect(px(172), py(526), 40 * s, 26 * s, '#ffe9b8') +
    rect(px(-250), py(452), 74 * s, 40 * s, dark) +
    rect(px(-244), py(446), 26 * s, 20 * s, '#ffe9b8')
  out +=
    bar(-232, 412, -232, lift + 56, 3, dark) +
    bar(-192, 412, -192, lift + 56, 3, dark) +
    rect(px(-282), py(lift + 60), 140 * s, 12 * s, dark)
  return out + times(4, (i) => circle(px(-20 + i * 62), py(-8), 11 * s, '#1d2638'))
}

export function riverPort(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#fbe3c4', '#f5b48c')
  out +=
    circle(470, 500, 128, p.sun) +
    ridge(kit, 470, 50, '#efc3a0', 7) +
    ridge(kit, 540, 46, p.hills[0], 8) +
    ridge(kit, 600, 26, p.hills[1], 7)
  // Goods train on its bank, between the hills and the stacks.
  out +=
    rect(0, 640, 1920, 40, p.hills[2]) + times(20, (i) => rect(i * 98 + 20, 640, 10, 50, '#565266'))
  out +=
    path('M120 640V590Q122 580 134 580H240Q262 580 270 606L282 640Z', p.sun) +
    rect(140, 590, 30, 22, p.light) +
    rect(120, 622, 160, 7, p.ink)
  out += times(
    11,
    (i) => rect(294 + i * 118, 632, 112, 8, p.ink) + box(kit, 298 + i * 118, 594, 104, 38),
  )
  out += rect(0, 676, 1920, 100, '#8f7a80')
  // Stacks behind the quay.
  for (let c = 0; c < 15; c++) {
    const tall = [2, 3, 3, 4, 2, 3, 4, 5, 3, 4, 5, 4, 3, 4, 2][c] ?? 3
    for (let r = 0; r < tall; r++) out += box(kit, 40 + c * 126, 772 - (r + 1) * 40, 122, 40)
  }
  out +=
    rect(0, 770, 1920, 60, p.hills[3]) +
    rect(0, 770, 1920, 10, p.light, 'opacity=".85"') +
    times(24, (i) => rect(30 + i * 82, 782, 26, 48, p.ink, 'opacity=".7"'))
  out +=
    crane(1120, 770, 1.02, p.sun, '#9d3322', 150) + crane(1620, 770, 1.02, p.sun, '#9d3322', 250)
  // Water and the long flat ship.
  out +=
    rect(0, 828, 1920, 260, p.river[0]) +
    path('M-10 960C500 930 1200 1000 1930 950V1090H-10Z', p.river[1], 'opacity=".9"')
  out += times(14, () =>
    rect(
      kit.between(380, 560),
      kit.between(838, 1060),
      kit.between(40, 150),
      7,
      p.sun,
      'rx="3" opacity=".75"',
    ),
  )
  out +=
    path('M230 862H1560L1640 836L1600 918Q1594 930 1576 930H300Q262 930 250 904Z', p.ink) +
    rect(230, 862, 1340, 10, p.sun) +
    rect(262, 904, 1340, 8, '#8f3a2e')
  out +=
    rect(270, 742, 130, 122, '#f6ead2') +
    rect(258, 734, 156, 14, p.ink) +
    times(4, (i) => rect(282 + i * 30, 756, 20, 18, p.hills[3])) +
    rect(290, 700, 80, 38, '#f6ead2') +
    rect(300, 708, 60, 16, p.hills[3]) +
    rect(330, 640, 6, 62, p.ink) +
    rect(356, 690, 24, 48, p.sun)
  for (let c = 0; c < 8; c++) {
    const tall = [2, 3, 3, 2, 3, 1, 2, 2][c] ?? 2
    for (let r = 0; r < tall; r++) out += box(kit, 432 + c * 134, 862 - (r + 1) * 44, 130, 44)
  }
  out += box(kit, 836, 568, 142, 46, '#7fb7a3') + box(kit, 1336, 466, 142, 46, '#33405a')
  out +=
    path('M180 936C600 922 1200 922 1680 936C1300 960 560 962 180 936Z', p.light, 'opacity=".5"') +
    ripples(kit, [0, 940], [1920, 1070], 34, p.light, 0.8)
  return (
    out +
    stroke(
      `M${n(620)} 250q20-16 40 0q20-16 40 0M720 300q16-12 32 0q16-12 32 0M560 320q14-10 28 0q14-10 28 0`,
      p.ink,
      5,
      'stroke-linecap="round" opacity=".8"',
    )
  )
}
