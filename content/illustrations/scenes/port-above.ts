import { at, ground, type Kit, line, path, rect, stroke, times } from '../kit.ts'

const INKS = [
  '#d9582f',
  '#e8b04a',
  '#164f4d',
  '#3f8378',
  '#5aa79a',
  '#fff3c9',
  '#bcd3bd',
  '#c9a26b',
  '#0d3232',
] as const

/** One block of the yard: rows of boxes with their shadows. */
function block(kit: Kit, x: number, y: number, columns: number, rows: number): string {
  let out = ''
  const main = kit.pick(INKS)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (kit.rnd() < 0.07) continue
      const color = kit.rnd() < 0.3 ? main : kit.pick(INKS)
      const [bx, by, tall] = [x + c * 104, y + r * 38, kit.rnd() > 0.5 ? 14 : 7]
      out +=
        rect(bx + tall, by + tall, 100, 34, '#0d3232', 'opacity=".4"') +
        rect(bx, by, 100, 34, color) +
        rect(bx, by, 100, 4, '#fff', 'opacity=".25"') +
        stroke(
          times(9, (i) => `M${bx + 9 + i * 10} ${by + 6}v24`),
          '#0d3232',
          2.5,
          'opacity=".16"',
        )
    }
  }
  return out
}

export function yardFromAbove(kit: Kit): string {
  let out = ground(kit, '#86b3a0', '#86b3a0')
  let yard = rect(-1600, -1400, 3600, 2800, '#93bda9')
  // The whole yard is laid out straight and then turned.
  for (let gy = -5; gy < 6; gy++)
    for (let gx = -3; gx < 4; gx++) {
      if (gy === 0) continue
      const y = gy * 210 + (gy > 0 ? -10 : 10)
      yard +=
        block(kit, gx * 480 - 230, y - 74, 4, 4) +
        rect(gx * 480 - 262, y - 90, 6, 184, '#fff3c9', 'opacity=".6"')
    }
  for (let gy = -4; gy < 5; gy++)
    if (gy !== 0 && gy !== -1)
      yard += line(
        -1600,
        gy * 210 + 96,
        1800,
        gy * 210 + 96,
        '#fff3c9',
        3,
        'stroke-dasharray="26 20" opacity=".8"',
      )
  // Two tracks with flat wagons.
  yard += rect(-1700, -92, 3600, 184, '#5d8a7c')
  for (const y of [-44, 44]) {
    yard +=
      times(130, (i) => rect(-1600 + i * 26, y - 27, 9, 54, '#3f6a60')) +
      rect(-1700, y - 17, 3600, 5, '#e9f1e4') +
      rect(-1700, y + 12, 3600, 5, '#e9f1e4')
    const from = y < 0 ? -1300 : -420
    yard += times(14, (i) => {
      const x = from + i * 146
      const full = (i + (y < 0 ? 0 : 1)) % 5 !== 3
      return (
        rect(x + 8, y - 14, 138, 44, '#0d3232', 'opacity=".4"') +
        rect(x, y - 22, 138, 44, '#0d3232') +
        (full
          ? rect(
              x + 5,
              y - 18,
              128,
              36,
              kit.pick(['#d9582f', '#e8b04a', '#fff3c9', '#d9582f', '#5aa79a']),
            ) + rect(x + 5, y - 18, 128, 4, '#fff', 'opacity=".3"')
          : times(5, (k) => rect(x + 10 + k * 26, y - 16, 5, 32, '#5aa79a')))
      )
    })
    if (y > 0)
      yard +=
        rect(-590, y - 24, 160, 48, '#d9582f', 'rx="10"') +
        rect(-584, y - 16, 26, 32, '#0d3232') +
        rect(-540, y - 12, 80, 24, '#a83f24')
  }
  // A gantry that straddles tracks and boxes, with its shadow.
  const gantry = (x: number) =>
    rect(x + 34, -250, 26, 520, '#0d3232', 'opacity=".4"') +
    rect(x, -270, 26, 520, '#e8b04a') +
    rect(x + 40, -270, 26, 520, '#e8b04a') +
    rect(x - 10, -286, 86, 30, '#b5802a') +
    rect(x - 10, 236, 86, 30, '#b5802a') +
    rect(x - 14, -74, 94, 66, '#fff3c9') +
    rect(x + 6, -60, 54, 38, '#164f4d')
  yard += gantry(-260) + gantry(470)
  // Lorries in the lanes.
  for (const [x, y, c] of [
    [-560, -314, '#d9582f'],
    [-60, 306, '#fff3c9'],
    [330, -524, '#e8b04a'],
    [620, 306, '#d9582f'],
  ] as const)
    yard +=
      rect(x + 6, y + 8, 128, 30, '#0d3232', 'opacity=".35"') +
      rect(x, y, 96, 30, c) +
      rect(x + 100, y + 2, 30, 26, '#0d3232', 'rx="5"')
  out += at(860, 560, 1, yard, -24)
  // The river at the lower right, with one barge and its wake.
  out +=
    path('M1150 1090C1400 960 1640 800 1930 560V1090Z', '#0d3232', 'opacity=".35"') +
    path('M1180 1090C1420 976 1660 820 1930 590V1090Z', '#fff3c9') +
    path('M1210 1090C1440 990 1680 840 1930 620V1090Z', '#2f8f86') +
    path('M1400 1090C1560 1020 1740 920 1930 780V1090Z', '#3fa398')
  out += times(20, () => {
    const t = kit.rnd()
    return at(
      1350 + t * 560,
      1060 - t * 330 + kit.between(30, 200),
      1,
      rect(0, 0, kit.between(30, 90), 4, '#bfe3d4', 'rx="2" opacity=".8"'),
      -36,
    )
  })
  out += at(
    1660,
    948,
    1,
    path('M-100-22L-420-90L-140-6L-440 0L-140 6L-420 90L-100 22Z', '#dff0e6', 'opacity=".75"') +
      path('M-120-34H90Q140-26 156 0Q140 26 90 34H-120Q-134 0-120-34Z', '#0d3232') +
      rect(-110, -24, 54, 48, '#fff3c9') +
      rect(-98, -14, 22, 28, '#3f8378') +
      times(
        4,
        (i) =>
          rect(-46 + i * 36, -26, 33, 24, INKS[i] ?? '#d9582f') +
          rect(-46 + i * 36, 2, 33, 24, INKS[(i + 2) % 6] ?? '#e8b04a'),
      ),
    -37,
  )
  return out
}
