import {
  at,
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  mix,
  n,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { mistBand } from '../motifs.ts'

const TIMBER = ['#7d6a56', '#69584a', '#8f7b64', '#574a40'] as const

/** A crooked house of planks; (x, y) is the left end of its floor. */
function hut(kit: Kit, x: number, y: number, w: number, h: number, tilt: number): string {
  let body = rect(0, -h, w, h, '#8f7b64')
  body += times(Math.floor(w / 17), (i) => rect(i * 17, -h, 15, h, kit.pick(TIMBER)))
  // A panel of woven bamboo.
  const [wx, ww] = [w * 0.52, w * 0.38]
  body +=
    rect(wx, -h * 0.86, ww, h * 0.72, '#c7b79c') +
    stroke(
      times(12, (i) => `M${n(wx)} ${n(-h * 0.86 + (i * h * 0.72) / 12)}h${n(ww)}`) +
        times(14, (i) => `M${n(wx + (i * ww) / 14)} ${n(-h * 0.86)}v${n(h * 0.72)}`),
      '#a3947a',
      3,
    )
  body +=
    rect(w * 0.12, -h * 0.74, w * 0.28, h * 0.5, '#1f2a31') +
    rect(w * 0.12 + w * 0.13, -h * 0.74, 5, h * 0.5, '#574a40') +
    poly(
      [
        [w * 0.12, -h * 0.74],
        [w * 0.02, -h * 0.66],
        [w * 0.02, -h * 0.2],
        [w * 0.12, -h * 0.24],
      ],
      '#69584a',
    )
  body += rect(-16, -8, w + 32, 16, '#3d352f')
  // Grey tiles, a little sagging.
  body +=
    path(
      `M${-46} ${-h + 14}Q${w * 0.5} ${-h + 2} ${w + 46} ${-h + 16}L${w - 18} ${-h - 66}Q${w * 0.5} ${-h - 54} 20 ${-h - 70}Z`,
      '#53616a',
    ) +
    stroke(
      times(
        Math.floor(w / 20),
        (i) =>
          `M${26 + i * 20 * ((w - 50) / w)} ${-h - 64}L${-36 + i * 20 * ((w + 74) / w)} ${-h + 10}`,
      ),
      '#3a4a54',
      5,
    ) +
    stroke(
      `M14 ${-h - 70}Q${w * 0.5} ${-h - 54} ${w - 12} ${-h - 66}`,
      '#2b3840',
      11,
      'stroke-linecap="round"',
    )
  return at(x, y, 1, body, tilt)
}

const pole = (x1: number, y1: number, x2: number, y2: number, w: number, c: string) =>
  line(x1, y1, x2, y2, c, w, 'stroke-linecap="round"')

export function shoreHouses(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#eceae4', '#d3d8d9')
  out +=
    path(
      'M-10 90C200 20 460 60 700 30C1000 0 1300 60 1560 20C1720 0 1850 30 1930 50V1090H-10Z',
      '#c0c8ca',
    ) +
    path(
      'M-10 300C240 240 420 330 660 310C960 290 1240 350 1500 300C1700 270 1840 300 1930 290V1090H-10Z',
      '#a9b4b8',
    )
  out += mistBand(-60, 300, 800, 54, '#eceae4', 0.7) + mistBand(1140, 350, 900, 60, '#eceae4', 0.6)
  out +=
    path('M-10 640C300 560 500 600 800 590C1100 580 1400 640 1930 570V1090H-10Z', '#8e9aa0') +
    times(40, () => {
      const x = kit.between(0, 1920)
      const y = kit.between(640, 900)
      return path(
        `M${n(x)} ${n(y)}l${n(kit.between(20, 60))}-18l${n(kit.between(20, 50))} 22l-30 16Z`,
        kit.pick(['#7f8c93', '#99a5aa', '#73828a']),
      )
    })
  // Back thicket of poles, paler.
  for (let i = 0; i < 34; i++) {
    const x = 250 + i * 44 + kit.between(-14, 14)
    out += pole(
      x,
      420 + kit.between(-60, 80),
      x + kit.between(-26, 26),
      860 + kit.between(-40, 40),
      kit.between(8, 13),
      '#8b8378',
    )
  }
  out +=
    hut(kit, 1180, 330, 330, 170, 2.2) +
    hut(kit, 470, 300, 300, 160, -2.4) +
    hut(kit, 800, 372, 360, 190, 1.2)
  out +=
    hut(kit, 250, 510, 380, 190, 1.6) +
    hut(kit, 1130, 540, 440, 200, -1.8) +
    hut(kit, 680, 560, 400, 160, -0.6)
  // Front thicket: thin, uneven, crossed.
  const dark = ['#3d352f', '#4a4038', '#574a40', '#2f2a27']
  for (let i = 0; i < 46; i++) {
    const x = 236 + i * 30 + kit.between(-10, 10)
    const top = x < 650 ? 516 : x < 1100 ? 566 : 542
    out += pole(
      x,
      top,
      x + kit.between(-34, 34),
      900 + kit.between(-26, 40),
      kit.between(8, 16),
      kit.pick(dark),
    )
  }
  for (let i = 0; i < 13; i++) {
    const x = 260 + i * 104
    out += pole(
      x,
      600 + kit.between(0, 120),
      x + kit.between(90, 180),
      700 + kit.between(-120, 120),
      7,
      kit.pick(dark),
    )
  }
  out += times(4, (i) =>
    pole(230 + i * 40, 680 + i * 54, 1600 - i * 60, 664 + i * 60, 7, '#4a4038'),
  )
  // Ladder, baskets, washing.
  out += at(
    900,
    566,
    1,
    pole(0, 0, -46, 360, 10, '#c7b79c') +
      pole(70, 0, 34, 366, 10, '#c7b79c') +
      times(10, (i) => pole(-4 - i * 4.4, 24 + i * 34, 66 - i * 3.6, 26 + i * 34, 7, '#c7b79c')),
  )
  out +=
    stroke('M640 410Q820 470 1010 404', '#1f2a31', 4) +
    rect(700, 438, 60, 84, '#e6e2d8') +
    path('M800 452h92l-6 96q-40 10-80 0Z', p.sun) +
    path('M802 500h88l-2 16h-86Z', '#9c3223', 'opacity=".5"') +
    rect(916, 434, 48, 70, '#9dbcc0')
  out +=
    stroke('M1500 620Q1600 660 1690 610', '#1f2a31', 4) +
    rect(1530, 634, 46, 66, '#b7c2c4') +
    rect(1596, 642, 54, 52, '#e6e2d8')
  const basket = (x: number, y: number, s: number) =>
    at(
      x,
      y,
      s,
      path('M-40-50H40L28 0H-28Z', '#a3845a') +
        stroke('M-36-34H36M-32-18H32M-24-50L-18 0M0-50V0M24-50L18 0', '#6f5839', 4) +
        stroke('M-36-50C-30-110 30-110 36-50', '#6f5839', 5),
    )
  out += basket(620, 760, 0.8) + line(620, 560, 620, 690, '#1f2a31', 3)
  // The shore, with stones, a hen and baskets.
  out +=
    path('M-10 900C300 860 700 890 1000 884C1400 870 1700 900 1930 870V1090H-10Z', '#6f7c82') +
    times(70, () =>
      ellipse(
        kit.between(0, 1920),
        kit.between(900, 1030),
        kit.between(12, 40),
        kit.between(6, 13),
        kit.pick(['#86929a', '#7a868d', '#98a2a6', '#5f6d74']),
      ),
    )
  out +=
    basket(1370, 940, 1.3) +
    basket(1456, 950, 1) +
    at(
      1180,
      950,
      1.1,
      ellipse(0, -30, 42, 26, '#b5603a') +
        path('M-34-40C-66-70-70-30-50-16Z', '#7d3a26') +
        circle(40, -58, 15, '#b5603a') +
        path('M20-40L36-66L52-46L34-20Z', '#b5603a') +
        path('M54-60l14 6-14 6Z', '#e0a63e') +
        path('M32-72q6-12 12-2q8-8 8 6Z', p.sun) +
        stroke('M-6-6V8M10-6V8', '#e0a63e', 4),
    )
  out +=
    path('M-10 1010C400 980 900 1040 1930 1000V1090H-10Z', '#a9bcc0') +
    times(16, () =>
      rect(
        kit.between(0, 1850),
        kit.between(1020, 1070),
        kit.between(50, 160),
        4,
        '#eceae4',
        'rx="2" opacity=".8"',
      ),
    )
  // The bow of a sampan, cut off.
  return (
    out +
    path(
      'M-10 1000C140 1010 300 990 430 900C440 894 450 900 446 912C420 1000 380 1060 340 1090H-10Z',
      mix('#1f2a31', '#574a40', 0.35),
    ) +
    path('M-10 1000C140 1010 300 990 430 900L410 896C290 970 140 984-10 972Z', '#8f7b64') +
    stroke('M60 1010V1090M170 1006V1090M280 976V1090', '#1f2a31', 5) +
    line(330, 950, 330, 760, '#3d352f', 9) +
    stroke('M330 770C400 800 420 840 424 900', '#c7b79c', 4)
  )
}
