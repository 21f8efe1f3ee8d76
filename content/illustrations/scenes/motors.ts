import {
  at,
  circle,
  ground,
  type Kit,
  line,
  n,
  path,
  poly,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'
import { halftone } from '../motifs.ts'

const GROUND = 880

const wheel = (x: number, y: number, r: number, ink: string, hub: string, spokes: number) =>
  circle(x, y, r, ink) +
  circle(x, y, r * 0.72, hub) +
  times(
    spokes,
    (i) =>
      `<g transform="rotate(${n((i * 360) / spokes)} ${x} ${y})">${line(x, y, x, y - r * 0.74, ink, r * 0.05)}</g>`,
  ) +
  circle(x, y, r * 0.2, ink) +
  circle(x, y, r * 0.09, hub)

/** A 125 of the nineteen-eighties in profile, facing right; wheels stand on y = 0. */
function motorcycle(ink: string, red: string, light: string): string {
  let out = wheel(-250, -118, 118, ink, '#f0c4a0', 18) + wheel(262, -118, 118, ink, '#f0c4a0', 18)
  out +=
    stroke('M-250-118L-40-150L-60-280', ink, 17, 'stroke-linejoin="round"') +
    stroke('M262-118L150-392', ink, 20) +
    stroke('M280-110L168-384', '#8a8794', 8) +
    stroke('M-250-118L-190-300', '#8a8794', 13)
  out += stroke('M150-392L60-160L-60-150L-150-300L120-330', ink, 16, 'stroke-linejoin="round"')
  // Engine with its fins, exhaust.
  out +=
    path('M-70-104H88Q104-108 104-130V-196H-70Q-92-190-92-150Z', '#6f6a7c') +
    circle(-30, -140, 40, '#8a8794') +
    circle(-30, -140, 22, ink) +
    path('M10-196L30-296H104L96-196Z', '#8a8794') +
    times(6, (i) => rect(16 + i * 1.5, -286 + i * 15, 92 - i * 2, 6, ink))
  out +=
    stroke('M92-270C150-260 150-120 90-86L-120-80', '#b98a83', 15, 'stroke-linecap="round"') +
    path('M-130-98L-380-116L-384-78L-130-62Z', '#b98a83') +
    rect(-384, -112, 22, 30, ink)
  // Tank, seat, tail, lamp.
  out +=
    path(
      'M-20-350C0-420 120-430 176-380C180-350 150-330 120-326L-10-318C-24-322-26-336-20-350Z',
      red,
    ) + path('M14-372C50-402 110-402 150-378L130-360C96-374 54-372 22-356Z', light, 'opacity=".75"')
  out +=
    path('M-260-338C-200-368-80-360-16-336L-14-310C-80-300-200-296-262-316Z', ink) +
    path('M-150-312L-50-306L-70-230H-130Z', red) +
    path('M-262-320L-330-290L-316-266L-230-300Z', ink) +
    rect(-350, -300, 30, 26, red)
  out +=
    path('M-370-140C-360-250-230-290-140-230L-152-214C-230-262-336-226-350-136Z', red) +
    path('M166-170C190-254 300-270 366-190L354-176C300-238 214-226 184-160Z', red)
  out +=
    stroke('M150-392L130-452L90-462', ink, 13, 'stroke-linecap="round" stroke-linejoin="round"') +
    stroke('M134-450L100-466L58-462', ink, 19, 'stroke-linecap="round"') +
    stroke('M122-452L140-520', ink, 5) +
    circle(144, -532, 20, ink) +
    path('M140-446H196Q228-436 228-402Q226-372 196-364H150Z', ink) +
    path('M200-444Q232-434 232-404Q230-372 200-366Z', light)
  return out + line(-60, -100, -100, -8, ink, 10) + ring(-250, -118, 118, ink, 3)
}

function saloon(body: string, dark: string, light: string, ink: string, glass: string): string {
  let out = path(
    'M-420-120C-424-190-400-230-330-244C-250-256-240-268-190-310C-130-360-40-372 60-366C150-360 214-320 270-262C340-254 400-240 424-196C436-168 434-130 424-100H-406Q-420-104-420-120Z',
    body,
  )
  out += path(
    'M-420-140C-200-120 240-120 430-150C434-130 430-112 424-100H-406Q-420-104-420-140Z',
    dark,
  )
  out +=
    path('M-196-258C-150-312-80-338 14-340V-258Z M34-340C120-340 176-312 232-258H34Z', glass) +
    path('M-150-258L-84-322L-40-336L-96-258Z', '#fff', 'opacity=".28"')
  out +=
    stroke(
      'M24-346V-120M-204-250C-220-190-210-150-190-118M240-250C260-200 250-160 236-124',
      dark,
      5,
    ) +
    rect(-60, -226, 46, 9, dark, 'rx="4"') +
    rect(150, -226, 46, 9, dark, 'rx="4"')
  out +=
    path('M-420-196L-340-214L-346-196L-418-180Z', light) +
    path('M430-190L356-208L364-190L430-176Z', '#d9482b') +
    rect(-300, -106, 620, 12, ink)
  for (const x of [-268, 274])
    out +=
      circle(x, -96, 100, ink) +
      circle(x, -92, 88, '#0d3232') +
      circle(x, -92, 62, light) +
      times(
        5,
        (i) =>
          `<g transform="rotate(${i * 72} ${x} -92)">${poly(
            [
              [x - 9, -92],
              [x + 9, -92],
              [x + 16, -150],
              [x - 16, -150],
            ],
            dark,
          )}</g>`,
      ) +
      circle(x, -92, 15, ink)
  return out
}

export function motorsThenCars(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#fbe3c4', '#f6bd93')
  out +=
    circle(420, 300, 150, p.sun) +
    halftone({ x: 0, y: 0, w: 940, h: 460 }, 26, '#f3b08a', (u, v) => 0.55 - v * 0.6 - u * 0.3)
  // The right half: another sheet, another ink.
  out += path('M1010 -10H1930V890H890Z', '#d5e6d8') + path('M1010 -10H1030L910 890H890Z', '#fff6e4')
  out +=
    path('M930 620C1080 520 1240 560 1400 470C1600 370 1760 470 1930 420V890H894Z', '#aacdb9') +
    path('M916 720C1100 640 1300 700 1500 640C1680 590 1800 620 1930 600V890H894Z', '#86b3a0')
  const t = (x: number, w: number, h: number, c: string) =>
    rect(x, 760 - h, w, h + 110, c) +
    times(Math.floor(h / 44), (r) =>
      times(Math.floor(w / 26), (i) =>
        kit.rnd() > 0.45
          ? rect(x + 8 + i * 25, 776 - h + r * 42, 12, 20, '#fff3c9', 'opacity=".85"')
          : '',
      ),
    )
  out +=
    t(1080, 80, 300, '#6fa392') +
    t(1190, 66, 450, '#5a9485') +
    t(1270, 96, 360, '#6fa392') +
    t(1440, 70, 520, '#4f8a7c') +
    t(1540, 110, 400, '#5a9485') +
    t(1690, 76, 300, '#6fa392') +
    path('M1440 240l35-70 35 70Z', '#4f8a7c') +
    rect(1221, 260, 5, 60, '#5a9485')
  // The left half: a factory with a saw-tooth roof.
  out +=
    rect(730, 190, 62, 620, p.hills[2]) +
    rect(722, 176, 78, 24, p.hills[3]) +
    times(3, (i) => rect(730, 240 + i * 70, 62, 20, p.hills[1])) +
    path(
      'M760 170C700 120 800 90 730 40C690 10 720-10 700-30H900C860 20 900 60 840 90C800 120 830 140 790 170Z',
      '#fff3de',
      'opacity=".85"',
    )
  for (let i = 0; i < 4; i++) {
    const x = 40 + i * 170
    out +=
      path(`M${x} 640V480L${x + 170} 590V640Z`, p.hills[1]) +
      path(`M${x} 480L${x + 26} 497V600L${x} 600Z`, p.light) +
      path(`M${x} 480v12l${170} 110v-12Z`, p.hills[3])
  }
  out +=
    rect(40, 630, 690, 250, p.hills[1]) +
    rect(40, 630, 690, 14, p.hills[3]) +
    times(
      6,
      (i) =>
        rect(70 + i * 110, 680, 76, 70, p.light, 'opacity=".85"') +
        line(108 + i * 110, 680, 108 + i * 110, 750, p.hills[2], 5) +
        line(70 + i * 110, 714, 146 + i * 110, 714, p.hills[2], 5),
    ) +
    rect(-10, 620, 60, 270, p.hills[2])
  // The one ground line.
  out +=
    rect(0, GROUND, 1920, 200, '#33405a') +
    poly(
      [
        [894, GROUND],
        [1920, GROUND],
        [1920, 1090],
        [862, 1090],
      ],
      '#164f4d',
    ) +
    rect(0, GROUND, 1920, 12, p.ink) +
    times(9, (i) => rect(40 + i * 220, 990, 120, 12, '#fff3de', 'opacity=".85"'))
  out += at(500, GROUND + 2, 0.98, motorcycle(p.ink, '#d9482b', p.light))
  // Charging post and the cable in a clear curve.
  out +=
    rect(1700, 480, 104, 402, '#0d3232', 'rx="16"') +
    rect(1716, 500, 72, 96, '#e9f1e4', 'rx="6"') +
    path('M1756 512L1734 552H1752L1744 586L1772 544H1754Z', '#d9482b') +
    rect(1684, 866, 136, 20, '#0d3232') +
    circle(1752, 640, 15, '#5aa79a')
  out += at(1290, GROUND + 4, 0.94, saloon('#f6f1dd', '#3f8378', '#fff3c9', '#0d3232', '#164f4d'))
  return (
    out +
    stroke(
      'M1752 640C1860 640 1880 800 1800 840C1730 876 1690 800 1690 740C1690 700 1680 690 1636 688',
      '#0d3232',
      13,
      'stroke-linecap="round"',
    ) +
    rect(1612, 676, 38, 24, '#d9482b', 'rx="6"')
  )
}
