import {
  at,
  circle,
  clip,
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
import { ridge } from '../motifs.ts'

/** An armchair half-turned to the right. */
function armchair(body: string, dark: string, pale: string, wood: string): string {
  return (
    ellipse(10, 6, 250, 26, wood, 'opacity=".35"') +
    [-176, 150].map((x) => path(`M${x} -40h26l-4 46h-16Z`, wood)).join('') +
    path('M-60-40h24l-4 60h-16Z', wood) +
    path('M206-40h24l8 40h-18Z', wood) +
    path(
      'M-190-420C-130-452 0-450 60-426C84-330 80-230 70-170H-200C-214-250-214-350-190-420Z',
      body,
    ) +
    path(
      'M-150-394C-100-414-20-412 30-396C46-320 44-240 36-190H-160C-172-260-168-330-150-394Z',
      pale,
      'opacity=".35"',
    ) +
    path(
      'M-210-300C-250-300-262-270-256-240L-236-40H-150L-166-240C-168-280-180-300-210-300Z',
      dark,
    ) +
    path('M-170-200C-60-224 120-216 204-190L214-130H-164Z', pale) +
    path('M-164-130H214L206-40H-156Z', body) +
    path('M176-262C214-270 246-250 248-220L236-40H166L160-200C158-230 160-256 176-262Z', dark) +
    path(
      'M176-262C214-270 246-250 248-220L246-190C230-220 200-232 164-226C162-240 166-258 176-262Z',
      pale,
      'opacity=".5"',
    )
  )
}

function view(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#f2f6ec', '#dbe8de') + ridge(kit, 360, 30, '#d0e0d4', 6)
  const row = (base: number, low: number, high: number, c: string, lit: string) => {
    let x = 500
    let r = ''
    while (x < 1430) {
      const w = kit.between(28, 62)
      const h = kit.between(low, high)
      r +=
        rect(x, base - h, w, h + 60, c) +
        (kit.rnd() > 0.6
          ? path(`M${n(x)} ${n(base - h)}l${n(w / 2)} ${n(-w * 0.7)}l${n(w / 2)} ${n(w * 0.7)}Z`, c)
          : '') +
        times(Math.floor(h / 24), (i) => rect(x + 6, base - h + 10 + i * 24, w - 12, 8, lit))
      x += w + kit.between(0, 16)
    }
    return r
  }
  out +=
    row(520, 90, 280, '#bfd4c6', '#cfe0d3') +
    ridge(kit, 500, 16, '#b3cbbc', 7) +
    row(560, 50, 190, '#9dbcab', '#b3cdbd') +
    ridge(kit, 545, 10, '#94b4a3', 6)
  out +=
    rect(480, 580, 960, 200, '#c6dbd2') +
    times(16, () =>
      rect(
        kit.between(500, 1400),
        kit.between(596, 700),
        kit.between(40, 120),
        4,
        '#f2f6ec',
        'rx="2" opacity=".9"',
      ),
    )
  const y = 556
  out +=
    rect(480, y, 960, 11, '#5f8c80') +
    times(46, (i) => {
      const x = 500 + i * 20
      const t = (x - 960) / 210
      const h =
        Math.abs(t) <= 1 ? 14 + 176 * t * t : 190 * Math.max(0, 1 - (Math.abs(t) - 1) / 1.15) ** 1.4
      return line(x, y, x, y - h, '#5f8c80', 1.6)
    })
  out += stroke(
    `M480 ${y - 16}Q660 ${y - 50} 750 ${y - 190}Q960 ${y + 162} 1170 ${y - 190}Q1260 ${y - 50} 1440 ${y - 16}`,
    '#5f8c80',
    5,
  )
  for (const x of [750, 1170])
    out +=
      rect(x - 11, y - 198, 9, 290, '#4b7a6e') +
      rect(x + 3, y - 198, 9, 290, '#4b7a6e') +
      rect(x - 14, y - 200, 29, 9, '#4b7a6e') +
      rect(x - 11, y - 110, 22, 8, '#4b7a6e')
  return (
    out +
    path('M1040 640h70l10-8-10 24h-62Z', p.hills[3], 'opacity=".8"') +
    rect(1050, 624, 26, 16, '#fffdf4')
  )
}

export function twoChairs(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#dce8db', '#cfdfd0')
  // Panelled wall.
  for (const x of [40, 250, 1480, 1690])
    out += stroke(`M${x} 90h180v480h-180Z M${x} 620h180v130h-180Z`, '#b4ccb9', 6)
  out += rect(0, 790, 1920, 30, '#fbf8ea') + rect(0, 816, 1920, 6, '#9dbcab')
  out += clip(kit, rect(510, 70, 900, 670, '#000'), view(kit))
  // Mullions and the frame.
  const wood = '#fbf8ea'
  out += stroke('M510 70H1410V740H510Z', wood, 26) + stroke('M494 54H1426V756H494Z', '#9dbcab', 5)
  for (const x of [735, 960, 1185])
    out += rect(x - 7, 70, 14, 670, wood) + rect(x + 7, 70, 4, 670, '#9dbcab', 'opacity=".6"')
  out +=
    rect(510, 256, 900, 12, wood) +
    rect(510, 268, 900, 4, '#9dbcab', 'opacity=".6"') +
    rect(470, 744, 980, 24, wood) +
    rect(480, 768, 960, 8, '#9dbcab')
  // Curtains.
  const curtain = (x: number, dir: number) =>
    times(5, (i) =>
      path(
        `M${x + dir * i * 34} 30C${x + dir * (i * 34 + 10)} 300 ${x + dir * (i * 30 - 6)} 600 ${x + dir * (i * 34 + 4)} 800h${dir * 36}C${x + dir * (i * 34 + 30)} 560 ${x + dir * (i * 34 + 46)} 300 ${x + dir * (i * 34 + 34)} 30Z`,
        i % 2 ? '#3f8378' : '#5a9a8c',
      ),
    )
  out +=
    curtain(500, -1) +
    curtain(1420, 1) +
    rect(300, 22, 1320, 16, '#164f4d', 'rx="8"') +
    circle(300, 30, 17, '#164f4d') +
    circle(1620, 30, 17, '#164f4d')
  // Floor, light through the window, carpet.
  out +=
    rect(0, 822, 1920, 270, '#b98d5e') +
    times(9, (i) => line(-200 + i * 290, 1090, 240 + i * 180, 822, '#9c7348', 4)) +
    path('M600 822H1320L1520 1090H400Z', '#e7cf9f', 'opacity=".55"')
  out +=
    ellipse(960, 990, 640, 110, '#164f4d') +
    ellipse(960, 986, 610, 98, '#2f6f66') +
    ellipse(960, 986, 560, 86, 'none', `stroke="${p.sun}" stroke-width="4"`)
  out +=
    at(560, 1000, 1, armchair('#2b7468', '#1d5a53', '#7fb59f', '#4a3226')) +
    at(1360, 1000, 1, armchair('#2b7468', '#1d5a53', '#7fb59f', '#4a3226'), 0, true)
  out +=
    path('M470 640C520 620 560 622 596 634L600 790C560 770 510 772 462 788Z', '#e8b04a') +
    path('M1450 640C1400 620 1360 622 1324 634L1320 790C1360 770 1410 772 1458 788Z', '#d9713f')
  // The table, two cups, a small globe.
  out +=
    ellipse(960, 1024, 170, 20, '#0d3232', 'opacity=".45"') +
    rect(946, 880, 28, 140, '#4a3226') +
    path('M870 1024L950 980H970L1050 1024H1020L960 996L900 1024Z', '#4a3226') +
    ellipse(960, 884, 236, 40, '#4a3226') +
    ellipse(960, 872, 236, 40, '#a8754a') +
    ellipse(960, 870, 216, 32, '#c08d5c')
  const cup = (x: number, y: number, s: number) =>
    at(
      x,
      y,
      s,
      ellipse(0, 0, 46, 10, '#fffdf4') +
        ellipse(0, -2, 30, 5, '#d8d2ba') +
        path('M-30-46H30C30-20 20-4 8-2H-8C-20-4-30-20-30-46Z', '#fffdf4') +
        ellipse(0, -46, 30, 7, '#a8522f') +
        stroke('M30-38Q50-36 46-22Q40-12 24-14', '#fffdf4', 6) +
        rect(-29, -34, 58, 5, '#3f8378') +
        stroke('M-6-60c-12-18 12-26 0-46', '#fffdf4', 5, 'stroke-linecap="round" opacity=".8"'),
    )
  out +=
    cup(838, 878, 1.05) +
    at(1082, 878, -1.05, '') +
    `<g transform="translate(1082 878) scale(-1.05 1.05)">${cup(0, 0, 1)}</g>`
  const g =
    'M-20-52C10-66 26-40 6-30C-4-10-30-16-34-30ZM10-14C36-20 46 6 26 30C12 40 4 20 6 6ZM-40 6C-26 6-18 26-30 40C-44 34-50 16-40 6Z'
  out +=
    ellipse(960, 876, 44, 10, '#4a3226') +
    rect(955, 836, 10, 40, '#8f6a2e') +
    stroke('M908 800A66 66 0 1 0 1000 736', '#8f6a2e', 8, 'stroke-linecap="round"') +
    at(
      960,
      784,
      1,
      circle(0, 0, 58, '#5aa79a') +
        clip(
          kit,
          circle(0, 0, 58, '#000'),
          path(g, '#f4e8c4') +
            path('M10-60A60 60 0 0 1 10 60A80 80 0 0 0 10-60Z', '#2b7468', 'opacity=".35"'),
        ),
      16,
    )
  // A tall plant at one side, a lamp at the other.
  out +=
    path('M196 1010L216 860H330L350 1010Z', '#d9713f') +
    times(13, (i) =>
      at(
        272,
        866,
        1,
        path('M0 0C-30-90-20-190 0-270C20-190 30-90 0 0Z', i % 2 ? '#2b7468' : '#3f8a6c'),
        -66 + i * 11,
      ),
    )
  return (
    out +
    rect(1700, 420, 10, 560, '#4a3226') +
    ellipse(1705, 986, 76, 14, '#4a3226') +
    path('M1630 420L1664 260H1746L1780 420Z', '#fff3c9') +
    path('M1720 420L1724 260H1746L1780 420Z', '#e3cf96')
  )
}
