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
import { halftone, ridge, ripples } from '../motifs.ts'

const RED = '#c5332b'
const DECK = 560

/** Heights of the two chords of the truss at x. */
function chords(x: number): Point {
  const t = (x - 960) / 640
  if (Math.abs(t) <= 1) return [170 + 366 * t * t, 252 + 448 * t * t]
  const u = Math.min(1, (Math.abs(t) - 1) / 0.55)
  return [536 + 20 * u, 700 - 92 * u ** 0.8]
}

export function archBridge(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#f0a268', '#e5694a')
  out += halftone({ x: 0, y: 0, w: 1920, h: 430 }, 26, '#f7c184', (_, v) => 0.62 - v * 0.9)
  out +=
    ridge(kit, 640, 26, '#a3392f', 7) +
    rect(0, 708, 1920, 380, '#7d2a2a') +
    rect(0, 708, 1920, 10, '#e88a58')
  // Reflections, broken into strips.
  out += times(70, () => {
    const y = kit.between(724, 1060)
    const t = (y - 708) / 360
    const x = 960 + kit.between(-1, 1) * (300 + t * 700)
    return rect(
      x,
      y,
      kit.between(50, 240) * (0.5 + t),
      4 + t * 8,
      kit.pick(['#e8784a', '#f3a860', '#a8322b', '#5e1c22']),
      `rx="3" opacity="${n(0.5 + kit.rnd() * 0.4)}"`,
    )
  })
  for (const x of [320, 1600]) {
    out +=
      poly(
        [
          [x - 62, 690],
          [x + 62, 690],
          [x + 84, 860],
          [x - 84, 860],
        ],
        p.hills[3],
      ) +
      poly(
        [
          [x + 20, 690],
          [x + 62, 690],
          [x + 84, 860],
          [x + 36, 860],
        ],
        p.ink,
      )
    out += times(9, (i) =>
      rect(
        x - 100 + kit.between(-30, 30),
        862 + i * 24,
        190 - i * 12,
        9,
        p.hills[3],
        `rx="4" opacity="${n(0.85 - i * 0.08)}"`,
      ),
    )
  }
  // The far truss first, darker and a little higher; then the decks; then the near truss.
  const xs = times(0, () => '') ? [] : Array.from({ length: 49 }, (_, i) => -24 + i * 41)
  const truss = (dx: number, dy: number, color: string, w: number) => {
    const top = xs.map((x) => `${n(x + dx)} ${n(chords(x)[0] + dy)}`).join('L')
    const low = xs.map((x) => `${n(x + dx)} ${n(chords(x)[1] + dy)}`).join('L')
    let web = ''
    xs.forEach((x, i) => {
      const [a, b] = chords(x)
      const next = xs[i + 1]
      web += `M${n(x + dx)} ${n(a + dy)}V${n(b + dy)}`
      if (next !== undefined)
        web +=
          i < 24
            ? `M${n(x + dx)} ${n(b + dy)}L${n(next + dx)} ${n(chords(next)[0] + dy)}`
            : `M${n(x + dx)} ${n(a + dy)}L${n(next + dx)} ${n(chords(next)[1] + dy)}`
      if (b + dy < DECK - 20 && i % 2 === 0) web += `M${n(x + dx)} ${n(b + dy)}V${DECK}`
    })
    return (
      stroke(web, color, w * 0.42) +
      stroke(`M${top}`, color, w, 'stroke-linejoin="round"') +
      stroke(`M${low}`, color, w, 'stroke-linejoin="round"')
    )
  }
  out += truss(22, -16, '#7d2422', 9)
  out += rect(0, 612, 1920, 22, p.hills[3]) + rect(0, 576, 1920, 40, '#561d20', 'opacity=".55"')
  for (let i = 0; i < 6; i++) {
    const x = 620 + i * 96
    out +=
      rect(x, 580, 92, 33, i % 5 ? '#f6e2bb' : '#ffd27d', 'rx="7"') +
      times(4, (k) => rect(x + 9 + k * 20, 587, 14, 13, p.hills[3])) +
      rect(x, 604, 92, 4, RED)
  }
  out +=
    circle(1202, 604, 6, '#fff6d6') +
    poly(
      [
        [1200, 596],
        [1330, 584],
        [1330, 616],
      ],
      '#ffe3ae',
      'opacity=".4"',
    )
  out += rect(0, DECK - 8, 1920, 24, p.ink) + rect(0, DECK - 12, 1920, 5, '#f0a268')
  out += times(15, (i) => {
    const x = 60 + i * 128 + kit.between(-30, 30)
    return path(
      `M${n(x)} ${DECK - 12}v-12h8l8-10h20l8 10h8v12Z`,
      kit.pick([p.ink, '#561d20', '#f6e2bb']),
    )
  })
  out +=
    truss(0, 0, RED, 15) +
    stroke(`M${xs.map((x) => `${n(x)} ${n(chords(x)[0] - 4)}`).join('L')}`, '#f3a860', 4)
  for (const x of [320, 1600])
    out +=
      poly(
        [
          [x - 22, 536],
          [x + 22, 536],
          [x + 34, 704],
          [x - 34, 704],
        ],
        RED,
      ) + rect(x - 40, 690, 80, 14, p.ink)
  // The barge beneath.
  out +=
    path('M640 812H1120L1180 792L1160 856H690Z', p.ink) +
    rect(690, 742, 84, 72, p.ink) +
    rect(704, 716, 50, 30, p.ink) +
    rect(700, 752, 64, 16, p.light, 'opacity=".9"') +
    path('M800 812C840 776 900 786 930 812C970 772 1040 776 1080 812Z', '#3a1419') +
    line(728, 716, 728, 676, p.ink, 4) +
    rect(640, 812, 540, 5, RED)
  out += ripples(kit, [560, 866], [1300, 900], 12, '#f3a860', 0.8)
  return out
}
