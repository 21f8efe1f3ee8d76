import {
  at,
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  n,
  path,
  rect,
  stroke,
  times,
} from '../kit.ts'

const DARK = '#1c0f2a'

/** Somebody from behind with raised hands; `bun`, `cap` or short hair. */
function watcher(kind: number, phone: string): string {
  let out = path(
    'M-96 330C-110 150-104 90-60 66C-30 52-22 40-22 20H22C22 40 30 52 60 66C104 90 110 150 96 330Z',
    DARK,
  )
  out +=
    ellipse(0, -30, 48, 58, DARK) +
    (kind === 0
      ? circle(0, -96, 26, DARK)
      : kind === 1
        ? path('M-52-34C-58-106 58-106 52-34L60 30H-60Z', DARK)
        : kind === 2
          ? path('M-54-46C-56-104 56-104 54-46L74-40L54-32Z', DARK)
          : '')
  out +=
    stroke('M-80 110C-120 40-96-70-56-150', DARK, 36, 'stroke-linecap="round"') +
    stroke('M80 110C116 40 90-70 54-150', DARK, 36, 'stroke-linecap="round"')
  out +=
    rect(-62, -226, 124, 78, DARK, 'rx="10"') +
    rect(-54, -219, 108, 64, phone, 'rx="5"') +
    rect(-54, -176, 108, 21, '#c3353f', 'opacity=".75"') +
    rect(-34, -200, 8, 24, '#f0b54a') +
    rect(-10, -206, 10, 30, '#f0b54a') +
    rect(20, -196, 8, 20, '#f0b54a') +
    rect(-90, -250, 180, 126, phone, 'rx="40" opacity=".14"')
  return (
    out +
    stroke(
      'M-44-60C-40-80-20-88 0-88M-92 160C-94 120-84 92-58 76',
      '#f0794a',
      4,
      'stroke-linecap="round" opacity=".8"',
    )
  )
}

const lantern = (x: number, y: number, r: number) =>
  line(x, 0, x, y - r, DARK, 5) +
  circle(x, y, r * 1.8, '#f0563f', 'opacity=".18"') +
  ellipse(x, y, r * 1.12, r, '#d8332f') +
  ellipse(x, y, r * 0.72, r, '#ef5a3c') +
  ellipse(x, y, r * 0.3, r, '#ffb35c') +
  rect(x - r * 0.46, y - r - 8, r * 0.92, 14, '#e8b04a') +
  rect(x - r * 0.46, y + r - 6, r * 0.92, 14, '#e8b04a') +
  times(5, (i) =>
    line(
      x - r * 0.3 + i * r * 0.15,
      y + r + 6,
      x - r * 0.34 + i * r * 0.17,
      y + r * 1.7,
      '#e8b04a',
      3,
    ),
  )

export function watchersAtTheRail(kit: Kit): string {
  let out = ground(kit, '#4a1f4f', '#2f1640')
  // Only reflections: broad red and gold bands on the water.
  out +=
    rect(0, 130, 1920, 960, '#5c2358') +
    path('M-10 560C500 520 1300 600 1930 540V1090H-10Z', '#7a2c5c') +
    path('M-10 820C500 780 1300 860 1930 800V1090H-10Z', '#963a5c')
  const inks = ['#c3353f', '#e8643f', '#f0a648', '#8d2a58', '#ffce7a', '#a82c4c']
  for (let i = 0; i < 12; i++) {
    const x = 200 + i * 140 + kit.between(-30, 30)
    const c = inks[i % 6] ?? '#c3353f'
    const w = kit.between(60, 130)
    for (let k = 0; k < 22; k++) {
      const y = 150 + k * 42 + kit.between(-8, 8)
      const s = kit.between(0.5, 1.15) * (0.8 + k * 0.03)
      out += rect(
        x - (w * s) / 2 + kit.between(-18, 18),
        y,
        w * s,
        kit.between(12, 26),
        c,
        `rx="10" opacity="${n(0.95 - k * 0.03)}"`,
      )
    }
  }
  out += times(40, () =>
    rect(
      kit.between(100, 1800),
      kit.between(160, 760),
      kit.between(60, 220),
      6,
      kit.pick(['#3a1847', '#4a1f4f', '#ffce7a', '#2f1640']),
      'rx="3" opacity=".7"',
    ),
  )
  // One low lit boat.
  out +=
    path('M700 420H1180L1236 396L1196 462Q1188 474 1170 474H744Q724 474 718 460Z', DARK) +
    rect(760, 344, 350, 78, '#2b1738') +
    times(9, (i) => rect(772 + i * 37, 358, 27, 40, '#ffce7a')) +
    path('M740 346C760 336 780 322 790 306H1080C1090 322 1110 336 1130 346Z', DARK) +
    stroke('M736 344C770 344 1100 344 1134 344', '#f0794a', 5) +
    times(10, (i) => circle(768 + i * 38, 434, 8, '#ef5a3c')) +
    rect(716, 420, 500, 5, '#f0a648') +
    rect(740, 484, 440, 12, '#ffce7a', 'rx="6" opacity=".75"') +
    rect(800, 508, 320, 10, '#ffce7a', 'rx="5" opacity=".5"')
  // The railing, then the people before it.
  out +=
    rect(0, 742, 1920, 22, DARK) +
    rect(0, 742, 1920, 5, '#b5502f') +
    times(30, (i) => rect(26 + i * 64, 764, 12, 220, DARK)) +
    rect(0, 850, 1920, 12, DARK)
  const crowd: [number, number, number, number][] = [
    [330, 850, 1.02, 1],
    [545, 800, 0.9, 3],
    [770, 850, 1.05, 0],
    [985, 790, 0.88, 2],
    [1180, 842, 1, 1],
    [1390, 800, 0.92, 3],
    [1600, 856, 1.05, 0],
  ]
  const glow = ['#ffe3ae', '#f6c98f', '#ffd9c0', '#ffe3ae', '#f9c7a0', '#ffe9c4', '#f6c98f']
  crowd.forEach(([x, y, s, kind], i) => {
    out += at(x, y, s, watcher(kind, glow[i] ?? '#ffe3ae'), i % 2 ? 3 : -3)
  })
  out += at(
    880,
    980,
    0.9,
    path('M-80 200C-90 90-70 60-40 50H40C70 60 90 90 80 200Z', '#150a20') +
      circle(0, 0, 46, '#150a20') +
      circle(-44, -26, 18, '#150a20') +
      circle(44, -26, 18, '#150a20'),
  )
  // Posts, beams and lanterns frame it like a stage.
  out +=
    rect(0, 0, 96, 1080, '#150a20') +
    rect(96, 0, 12, 1080, '#5f2a3f') +
    rect(1824, 0, 96, 1080, '#150a20') +
    rect(1812, 0, 12, 1080, '#5f2a3f')
  out +=
    path('M-10 -10H1930V96H-10Z', '#150a20') +
    rect(0, 96, 1920, 10, '#5f2a3f') +
    path('M108 106H420C330 120 170 160 108 290Z', '#150a20') +
    path('M1812 106H1500C1590 120 1750 160 1812 290Z', '#150a20')
  out +=
    times(19, (i) => path(`M${120 + i * 92} 106h56l-10 26h-36Z`, '#2b1430')) +
    stroke('M180 106V150H360M1740 106V150H1560', '#5f2a3f', 8)
  return (
    out +
    lantern(300, 230, 62) +
    lantern(1620, 230, 62) +
    lantern(560, 190, 42) +
    lantern(1360, 190, 42)
  )
}
