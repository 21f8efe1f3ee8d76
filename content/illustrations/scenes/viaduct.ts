import { ground, type Kit, n, type Point, path, poly, rect, smooth, stroke, times } from '../kit.ts'
import { mistBand, ridge } from '../motifs.ts'

/** The deck: from the tunnel mouth at the left top, curving out to the right and near. */
const curve = (t: number): Point => {
  const u = 1 - t
  const b = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3]
  const xs = [330, 640, 1180, 2040]
  const ys = [330, 352, 420, 660]
  return [
    xs.reduce((a, x, i) => a + x * (b[i] ?? 0), 0),
    ys.reduce((a, y, i) => a + y * (b[i] ?? 0), 0),
  ]
}
const size = (t: number) => 0.42 + t * 1.25

export function landSeaViaduct(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#f4f1ea', '#dfe3e2')
  // The sea in the mouth of the valley, and the ranges that part for it.
  out += '<g transform="translate(130 -178)">'
  out +=
    rect(900, 470, 900, 120, '#a9c6ca') +
    times(9, (i) =>
      rect(
        1020 + kit.between(0, 460),
        486 + i * 9,
        kit.between(40, 120),
        3,
        '#f4f1ea',
        'rx="1" opacity=".9"',
      ),
    )
  out +=
    path('M1240 494h84l10-8-8 22h-78Z', p.hills[3]) +
    rect(1252, 482, 34, 12, p.sun) +
    rect(1290, 484, 14, 10, p.river[1]) +
    rect(1308, 470, 12, 24, '#f4f1ea')
  out +=
    path('M-160 300C100 240 420 330 640 330C860 340 1000 420 1160 548L1160 900H-160Z', '#cfd5d6') +
    path(
      'M1930 250C1760 260 1640 350 1540 420C1460 480 1410 520 1370 556L1400 700H1930Z',
      '#c3cccd',
    )
  out += rect(960, 560, 1100, 340, '#b9c4c6')
  out +=
    mistBand(300, 470, 700, 44, '#f1efe8', 0.85) + mistBand(1480, 480, 600, 44, '#f1efe8', 0.85)
  out +=
    path(
      'M-10 420C220 380 520 420 760 490C940 540 1080 600 1240 660L1240 1000H-160V420Z',
      '#aebabe',
    ) +
    path(
      'M1930 380C1800 420 1660 520 1530 580C1420 620 1330 650 1250 662L1130 1000H1930Z',
      '#9dabb1',
    )
  out += path(
    'M1180 640C1240 660 1290 660 1330 640L1390 700C1300 720 1220 720 1150 700Z',
    '#c5d5d6',
  )
  out += mistBand(560, 620, 620, 50, '#eceae4', 0.8) + mistBand(1300, 640, 700, 46, '#eceae4', 0.7)
  out += '</g>'
  out +=
    ridge(kit, 640, 34, '#9dabb1', 7) +
    mistBand(420, 640, 760, 52, '#e8e7e2', 0.75) +
    mistBand(1380, 690, 700, 46, '#e8e7e2', 0.6)
  out +=
    ridge(kit, 770, 30, '#86959d', 6) +
    mistBand(-80, 776, 800, 56, '#e3e4e0', 0.65) +
    mistBand(1080, 800, 700, 50, '#e3e4e0', 0.6)
  out += path('M-10 880C400 800 760 900 1100 920C1400 930 1700 880 1930 900V1090H-10Z', '#5f717a')
  // Piers down into the valley, tall and tapering.
  const piers = [0.14, 0.27, 0.4, 0.53, 0.66, 0.79, 0.92]
  for (const t of piers) {
    const [x, y] = curve(t)
    const s = size(t)
    const foot = 760 + t * 380 + (t > 0.5 ? 40 : 0)
    out +=
      poly(
        [
          [x - 20 * s, y + 30 * s],
          [x + 20 * s, y + 30 * s],
          [x + 36 * s, foot],
          [x - 36 * s, foot],
        ],
        '#8e9ba0',
      ) +
      poly(
        [
          [x + 4 * s, y + 30 * s],
          [x + 20 * s, y + 30 * s],
          [x + 36 * s, foot],
          [x + 8 * s, foot],
        ],
        '#5f6f78',
      ) +
      poly(
        [
          [x - 44 * s, y + 14 * s],
          [x + 44 * s, y + 14 * s],
          [x + 22 * s, y + 62 * s],
          [x - 22 * s, y + 62 * s],
        ],
        '#7c8a91',
      )
  }
  const pts = Array.from({ length: 41 }, (_, i) => i / 40)
  const edge = (k: number) =>
    pts.map((t): Point => {
      const [x, y] = curve(t)
      return [x, y + k * size(t)]
    })
  const band = (a: number, b: number, fill: string) =>
    path(
      `${smooth(edge(a))}L${edge(b)
        .reverse()
        .map(([x, y]) => `${n(x)} ${n(y)}`)
        .join('L')}Z`,
      fill,
    )
  out += band(0, 24, '#b9c2c4') + band(20, 34, '#5f6f78')
  // The train: boxes on flat wagons, the locomotive in front and near.
  const inks = ['#73838c', '#c7b79c', '#3a4a54', '#9dbcc0', '#e8e2d4', '#8d7f6c']
  const q = (t0: number, t1: number, low: number, high: number, fill: string) => {
    const [a, b] = [curve(t0), curve(t1)]
    const [s, e] = [size(t0), size(t1)]
    return poly(
      [
        [a[0], a[1] - high * s],
        [b[0], b[1] - high * e],
        [b[0], b[1] - low * e],
        [a[0], a[1] - low * s],
      ],
      fill,
    )
  }
  out += band(-9, 1, '#3a4a54')
  let t = 0.035
  for (let i = 0; t < 0.51; i++) {
    const len = 0.034
    const c = inks[i % inks.length] ?? '#73838c'
    out +=
      q(t, t + len, 8, 52, c) +
      q(t, t + len, 46, 52, '#f4f1ea') +
      q(t, t + len, 2, 9, p.ink) +
      times(4, (k) => {
        const tt = t + (len * (k + 0.8)) / 4.6
        const [x, y] = curve(tt)
        return stroke(
          `M${n(x)} ${n(y - 44 * size(tt))}v${n(32 * size(tt))}`,
          p.ink,
          2.4 * size(tt),
          'opacity=".25"',
        )
      })
    t += len + 0.0055
  }
  const [lx, ly] = curve(t)
  const [mx, my] = curve(t + 0.03)
  const [ex, ey] = curve(t + 0.088)
  const s = size(t + 0.05)
  out +=
    path(
      `M${n(lx)} ${n(ly - 54 * s)}L${n(mx)} ${n(my - 58 * s)}L${n(ex - 46 * s)} ${n(ey - 60 * s)}Q${n(ex - 4 * s)} ${n(ey - 54 * s)} ${n(ex)} ${n(ey - 12 * s)}L${n(ex - 2)} ${n(ey - 2 * s)}L${n(lx)} ${n(ly - 4 * s)}Z`,
      p.sun,
    ) +
    path(
      `M${n(ex - 42 * s)} ${n(ey - 52 * s)}Q${n(ex - 14 * s)} ${n(ey - 46 * s)} ${n(ex - 8 * s)} ${n(ey - 26 * s)}L${n(ex - 44 * s)} ${n(ey - 30 * s)}Z`,
      p.ink,
    )
  out +=
    q(t, t + 0.084, 14, 20, '#fdf6df') +
    times(4, (i) => {
      const tt = t + 0.008 + i * 0.014
      const [x, y] = curve(tt)
      return rect(x, y - 44 * s, 20 * s, 12 * s, p.ink)
    }) +
    q(t, t + 0.086, -2, 5, p.ink)
  // Catenary masts.
  for (let k = 0; k < 13; k++) {
    const tt = 0.05 + k * 0.077
    const [x, y] = curve(tt)
    const z = size(tt)
    out += stroke(
      `M${n(x)} ${n(y)}v${n(-104 * z)}M${n(x)} ${n(y - 96 * z)}h${n(34 * z)}`,
      '#4a5a63',
      3.4 * z,
    )
  }
  out += stroke(
    smooth(
      pts.slice(2).map((tt): Point => {
        const [x, y] = curve(tt)
        return [x + 24 * size(tt), y - 92 * size(tt)]
      }),
    ),
    '#4a5a63',
    1.8,
  )
  // The near mountain with the tunnel mouth.
  out +=
    path(
      'M-10 120C120 100 240 130 330 220C400 290 400 360 420 430C460 560 420 700 520 860C560 930 560 1000 600 1090H-10Z',
      '#3a4a54',
    ) +
    path(
      'M-10 260C100 260 180 320 230 420C290 560 280 760 360 900C390 960 380 1030 400 1090H-10Z',
      '#2b3942',
    )
  out +=
    path('M286 352V286Q290 240 334 238Q372 242 374 290V356Z', '#c9cfcf') +
    path('M302 350V290Q306 256 334 254Q358 258 360 292V352Z', p.ink)
  out += times(26, (i) => {
    const x = kit.between(0, 380)
    const y = 420 + i * 26 + kit.between(-20, 20)
    return path(`M${n(x)} ${n(y)}l18-54 18 54Z`, i % 2 ? '#24323a' : '#466069')
  })
  return (
    out +
    path('M-10 1010C500 960 900 1030 1300 1040C1600 1044 1800 1010 1930 1000V1090H-10Z', '#2b3942')
  )
}
