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
import { person } from '../motifs.ts'

const LEFT = 560
const FLOOR = 76
const BASE = 986

const inkLine = (d: string, w = 5) =>
  stroke(d, '#0d3232', w, 'stroke-linejoin="round" stroke-linecap="round"')

/** What stands in a room, 76 high; (x, y) is on its floor. */
function things(kit: Kit, kind: number, x: number, y: number): string {
  const dark = '#0d3232'
  const someone = (dx: number, pose: 'stand' | 'walk' | 'look' = 'stand') =>
    at(x + dx, y, 0.5, person(dark, pose))
  const table = (dx: number, w: number) =>
    rect(x + dx, y - 26, w, 5, '#8f5a36') +
    rect(x + dx + 6, y - 22, 4, 22, '#8f5a36') +
    rect(x + dx + w - 10, y - 22, 4, 22, '#8f5a36')
  const sit = (dx: number, flip: boolean) => at(x + dx, y - 14, 0.46, person(dark, 'sit'), 0, flip)
  switch (kind) {
    case 0:
      return (
        table(40, 80) +
        sit(24, false) +
        sit(138, true) +
        path(`M${x + 62} ${y - 26}q16-14 34 0Z`, '#d9582f') +
        table(230, 80) +
        sit(214, false) +
        sit(328, true) +
        path(`M${x + 252} ${y - 26}q16-14 34 0Z`, '#d9582f')
      )
    case 1:
      return (
        times(
          4,
          (i) =>
            rect(x + 20 + i * 34, y - 60, 26, 60, kit.pick(['#c9a26b', '#e8b04a', '#d98e55'])) +
            rect(x + 20 + i * 34, y - 40, 26, 3, dark) +
            rect(x + 20 + i * 34, y - 20, 26, 3, dark),
        ) +
        someone(200) +
        someone(260, 'look') +
        rect(x + 300, y - 34, 70, 34, '#8f5a36')
      )
    case 2:
      return (
        times(6, (i) =>
          poly(
            [
              [x + 60 + i * 30, y],
              [x + 60 + i * 30, y - 12 * (i + 1)],
              [x + 90 + i * 30, y - 12 * (i + 1)],
              [x + 90 + i * 30, y],
            ],
            '#c9a26b',
          ),
        ) +
        at(x + 140, y - 46, 0.5, person(dark, 'walk')) +
        someone(300)
      )
    case 3:
      return (
        rect(x + 30, y - 40, 120, 40, '#3f8378') +
        times(
          5,
          (i) =>
            ellipse(x + 46 + i * 22, y - 42, 9, 4, '#fff3c9') +
            path(
              `M${x + 46 + i * 22} ${y - 46}q-6-8 0-14`,
              'none',
              'stroke="#fff" stroke-width="2"',
            ),
        ) +
        someone(180, 'look') +
        someone(230) +
        someone(340, 'walk')
      )
    case 4:
      return (
        times(
          3,
          (i) =>
            circle(x + 50 + i * 60, y - 56, 10, '#d9582f') +
            line(x + 50 + i * 60, y - 76, x + 50 + i * 60, y - 66, dark, 2),
        ) +
        someone(70, 'walk') +
        someone(150) +
        rect(x + 230, y - 30, 44, 30, '#c9a26b') +
        rect(x + 280, y - 46, 38, 46, '#d98e55')
      )
    default:
      return (
        table(60, 150) +
        sit(44, false) +
        sit(226, true) +
        rect(x + 90, y - 36, 12, 10, '#fff3c9') +
        rect(x + 130, y - 36, 12, 10, '#fff3c9') +
        someone(300, 'look')
      )
  }
}

export function cutAway(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#f3f5e6', '#e3ecdc')
  out +=
    times(20, (i) => line(0, i * 56, 1920, i * 56, '#c9d9c6', 1.5)) +
    times(35, (i) => line(i * 56, 0, i * 56, 1080, '#c9d9c6', 1.5))
  // The cliff: one layered mass, with roots.
  const face =
    'M1230 150C1216 260 1250 330 1226 430C1206 520 1246 600 1220 700C1200 800 1236 880 1214 986'
  out += path(`${face}H1930V150Z`, '#8fae93')
  const bands = ['#7d9f86', '#9dbb9f', '#6f9380', '#a8c2a4', '#7fa28b', '#93b397']
  for (let i = 0; i < 9; i++)
    out += path(
      `M1224 ${190 + i * 90}C1400 ${176 + i * 90} 1600 ${226 + i * 88} 1930 ${196 + i * 86}V${236 + i * 86}C1640 ${270 + i * 88} 1420 ${220 + i * 90} 1224 ${232 + i * 90}Z`,
      bands[i % 6] ?? '#7d9f86',
    )
  out += times(38, () =>
    stroke(
      `M${n(kit.between(1270, 1860))} ${n(kit.between(200, 960))}l${n(kit.between(10, 26))} ${n(kit.between(-6, 8))}`,
      '#4a7567',
      4,
      'stroke-linecap="round"',
    ),
  )
  out += stroke(
    'M1360 150C1350 220 1390 260 1370 340M1360 190C1320 230 1310 260 1290 330M1366 240C1410 280 1430 300 1440 370M1640 150C1650 210 1620 250 1640 320M1644 210C1690 240 1700 270 1716 320',
    '#5f432f',
    7,
    'stroke-linecap="round"',
  )
  out += inkLine(face, 6)
  // Street on top: bus, trees.
  out += rect(1130, 140, 800, 16, '#0d3232') + rect(1190, 156, 740, 8, '#e8b04a')
  out +=
    rect(1470, 62, 220, 70, '#d9582f', 'rx="10"') +
    times(5, (i) => rect(1484 + i * 40, 74, 31, 26, '#fff3c9')) +
    circle(1520, 134, 14, '#0d3232') +
    circle(1640, 134, 14, '#0d3232')
  for (const [x, s] of [
    [1360, 1],
    [1760, 1.15],
    [1250, 0.7],
  ] as const)
    out +=
      rect(x - 5, 90, 10, 52, '#5f432f') +
      circle(x, 74 - s * 10, 44 * s, '#3f8378') +
      circle(x - 26 * s, 86, 28 * s, '#2b7468') +
      circle(x + 24 * s, 92, 24 * s, '#5aa79a')
  out += at(1420, 140, 0.56, person('#0d3232', 'walk')) + at(1712, 140, 0.56, person('#0d3232'))
  // The stack of eleven floors.
  const tints = ['#fff3c9', '#dcebd8', '#f6e2b4', '#e9f1e4', '#fbe9c0', '#d3e6d8']
  for (let i = 0; i < 11; i++) {
    const y = BASE - i * FLOOR
    const x = LEFT + (i > 3 ? 34 : 0) + (i > 6 ? 34 : 0) + (i > 8 ? 40 : 0)
    const right = 1212
    out += rect(x, y - FLOOR, right - x, FLOOR, tints[i % 6] ?? '#fff3c9')
    out += things(kit, [4, 0, 2, 1, 5, 3, 0, 2, 1, 5, 0][i] ?? 0, x + 40, y - 5)
    out +=
      rect(x - 10, y - 6, right - x + 20, 8, '#0d3232') + rect(x, y - FLOOR, 7, FLOOR, '#0d3232')
    // A balcony and an eave on the open side.
    out +=
      rect(x - 54, y - 6, 60, 7, '#8f5a36') +
      times(5, (k) => rect(x - 52 + k * 12, y - 28, 3, 24, '#8f5a36')) +
      rect(x - 56, y - 30, 60, 4, '#8f5a36') +
      line(x - 46, y, x, y + 34, '#8f5a36', 5)
    if (i % 2 === 1 || i === 10)
      out +=
        path(
          `M${x + 20} ${y - FLOOR - 22}C${x - 20} ${y - FLOOR - 4} ${x - 60} ${y - FLOOR + 2} ${x - 92} ${y - FLOOR - 14}L${x - 80} ${y - FLOOR + 8}H${x + 20}Z`,
          '#3f8378',
        ) + circle(x - 40, y - FLOOR + 22, 11, '#d9582f')
  }
  const top = BASE - 11 * FLOOR
  out +=
    path(
      `M640 ${top + 4}C600 ${top} 590 ${top - 8} 566 ${top - 22}C640 ${top - 10} 690 ${top - 60} 720 ${top - 84}H1130C1160 ${top - 60} 1200 ${top - 20} 1240 ${top + 4}Z`,
      '#3f8378',
    ) +
    times(22, (i) => line(724 + i * 19, top - 80, 690 + i * 23, top, '#2b7468', 4)) +
    inkLine(`M566 ${top - 22}C600 ${top} 620 ${top + 4} 660 ${top + 4}H1230`)
  // The lift in its shaft.
  out +=
    rect(1050, top + 8, 92, 11 * FLOOR - 10, '#cfe0d3') +
    inkLine(`M1050 ${top + 8}V${BASE - 6}M1142 ${top + 8}V${BASE - 6}`, 5) +
    line(1096, top + 10, 1096, 540, '#0d3232', 3) +
    rect(1060, 540, 72, 68, '#e8b04a') +
    inkLine('M1060 540h72v68h-72Z', 4) +
    at(1082, 606, 0.48, person('#0d3232')) +
    at(1110, 606, 0.48, person('#0d3232')) +
    rect(1070, top + 14, 52, 22, '#0d3232')
  // Ties into the rock.
  out += times(
    10,
    (i) =>
      rect(1206, BASE - i * FLOOR - 8, 70 + (i % 3) * 16, 10, '#0d3232') +
      circle(1284 + (i % 3) * 16, BASE - i * FLOOR - 3, 7, '#e8b04a'),
  )
  // Street below: a car, trees, a hint of water.
  out +=
    rect(0, BASE, 1930, 100, '#6f9380') +
    rect(0, BASE, 1214, 12, '#0d3232') +
    path(`M-10 ${BASE + 30}H250C300 ${BASE + 40} 310 1060 330 1090H-10Z`, p.river[0]) +
    times(3, (i) =>
      stroke(
        `M${20 + i * 70} ${BASE + 52 + i * 12}q20-10 40 0q20 10 40 0`,
        '#fff3c9',
        4,
        'stroke-linecap="round"',
      ),
    )
  out +=
    path('M330 980V950Q334 938 350 936L376 908H452L486 938Q510 940 512 956V980Z', '#d9582f') +
    path('M384 914H412V936H366Z M420 914H448L470 936H420Z', '#fff3c9') +
    circle(372, 980, 17, '#0d3232') +
    circle(472, 980, 17, '#0d3232')
  out +=
    rect(258, 870, 9, 116, '#5f432f') +
    circle(262, 830, 52, '#3f8378') +
    circle(228, 852, 32, '#2b7468') +
    at(300, 986, 0.66, person('#0d3232', 'walk'))
  // A surveyor's measure beside it.
  return (
    out +
    inkLine(`M430 ${top}V${BASE}M410 ${top}h40M410 ${BASE}h40`, 3) +
    times(12, (i) => line(420, BASE - i * FLOOR, 440, BASE - i * FLOOR, '#d9582f', 3))
  )
}
