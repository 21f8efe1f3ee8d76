import { at, circle, ellipse, ground, type Kit, line, path, poly, rect, times } from '../kit.ts'
import { mistBand, ridge, ripples } from '../motifs.ts'
import { carton, laptop } from './laptop-parts.ts'

export function assemblyRiver(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#f1efe8', '#dcdfdf')
  // Right: hills in mist, where the belt runs out as a river.
  out +=
    ridge(kit, 250, 50, '#dfe2e1', 7) +
    path(
      'M700 520C860 400 980 260 1100 250C1210 250 1260 400 1340 430C1420 380 1500 180 1600 180C1720 190 1760 380 1930 420V760H700Z',
      '#b9c3c7',
    )
  out +=
    mistBand(900, 440, 700, 60, '#f1efe8', 0.85) +
    path(
      'M900 640C1000 560 1120 470 1200 480C1290 500 1320 590 1400 600C1520 560 1640 410 1740 420C1820 430 1860 500 1930 530V800H900Z',
      '#8e9ca3',
    ) +
    mistBand(1180, 590, 800, 56, '#eceae4', 0.8)
  out += path('M1600 760C1680 680 1780 640 1930 650V1090H1700Z', '#5f717a')
  out += times(12, (i) => {
    const x = 1640 + i * 26
    const y = 740 - i * 8
    return path(`M${x} ${y}l14-56 14 56Z`, '#4a5b64')
  })
  // The factory wall on the left, with windows.
  out +=
    rect(-10, -10, 860, 720, '#cfd4d4') +
    path('M850 -10C850 260 900 500 1010 710H840V-10Z', '#cfd4d4') +
    times(
      4,
      (i) =>
        rect(70 + i * 200, 120, 150, 220, '#e9ece9') +
        rect(142 + i * 200, 120, 6, 220, '#a9b4ba') +
        rect(70 + i * 200, 226, 150, 6, '#a9b4ba'),
    ) +
    rect(-10, 470, 930, 240, '#b9c2c4') +
    times(16, (i) => rect(20 + i * 56, 490, 4, 210, '#a3aeb2'))
  out += rect(-10, 50, 960, 14, '#73838c') + rect(-10, 80, 940, 8, '#9aa7ad')
  // The belt: straight, then bending back into water.
  const belt =
    'M-10 690H1180C1420 690 1480 640 1440 590C1410 556 1330 556 1290 530C1350 540 1500 540 1600 600C1720 690 1600 860 1240 860H-10Z'
  out +=
    path(belt, '#3a4a54') +
    path(
      'M-10 700H1180C1440 700 1510 640 1450 580C1540 590 1600 640 1590 690C1570 790 1420 840 1240 840H-10Z',
      '#4f626c',
    )
  const id = kit.id()
  out +=
    `<linearGradient id="${id}"><stop offset=".38" stop-color="#7fb9bb" stop-opacity="0"/><stop offset=".72" stop-color="#7fb9bb"/></linearGradient>` +
    path(belt, `url(#${id})`) +
    ripples(kit, [1230, 600], [1570, 840], 26, '#eef5f2', 0.9)
  out += times(19, (i) => line(10 + i * 60, 702, -14 + i * 62, 838, '#3a4a54', 4, 'opacity=".8"'))
  out +=
    path(
      'M-10 860H1240C1500 860 1640 780 1640 680L1646 720C1640 840 1500 910 1240 910H-10Z',
      '#2b3942',
    ) +
    times(
      16,
      (i) => circle(40 + i * 78, 886, 18, '#53646d') + circle(40 + i * 78, 886, 7, '#1f2a31'),
    )
  out +=
    path('M-10 910H1240C1420 910 1560 870 1620 790L1930 760V1090H-10Z', '#a9b4b8') +
    times(
      5,
      (i) =>
        rect(90 + i * 270, 906, 44, 180, '#53646d') + rect(118 + i * 270, 906, 16, 180, '#3a4a54'),
    ) +
    rect(-10, 1040, 1400, 10, '#8f9ca2')
  // Lamps, then the five machines.
  for (const x of [250, 530, 810, 1090])
    out +=
      poly(
        [
          [x - 60, 318],
          [x + 60, 318],
          [x + 190, 790],
          [x - 190, 790],
        ],
        '#fff8df',
        'opacity=".4"',
      ) +
      line(x, 60, x, 270, '#3a4a54', 5) +
      path(`M${x - 76} 318Q${x - 60} 262 ${x} 262Q${x + 60} 262 ${x + 76} 318Z`, '#2b3942') +
      ellipse(x, 318, 60, 9, '#fff6d6')
  for (let i = 0; i < 5; i++) out += at(190 + i * 240, 790, 0.82, laptop(i))
  // Gloved hands from above and below.
  const glove = (c: string, sleeve: string) =>
    path('M-44-190H44L38-60H-38Z', sleeve) +
    rect(-44, -70, 88, 22, '#f1efe8') +
    path(
      'M-40-50H40C46-10 40 20 30 30L22 74Q10 84 4 70L0 40L-6 78Q-18 86-24 72L-26 30C-40 10-46-20-40-50Z',
      c,
    ) +
    path('M36-40C60-20 70 10 60 40Q48 46 44 32L30 0Z', c)
  out +=
    at(360, 640, 0.8, glove('#f7f4ec', '#6f9aa0'), 24) +
    at(120, 620, 0.74, glove('#f7f4ec', '#6f9aa0'), -14, true)
  out +=
    at(800, 940, 0.9, glove('#f7f4ec', '#6f9aa0'), 186) +
    at(600, 960, 0.86, glove('#f7f4ec', '#6f9aa0'), 170, true)
  // Cartons float off; one is vermilion.
  const float = (x: number, y: number, s: number, c: [string, string, string], turn: number) =>
    ellipse(x, y + 50 * s, 92 * s, 14 * s, '#eef5f2', 'opacity=".8"') +
    at(x, y, s, carton(...c), turn)
  out +=
    float(1316, 552, 0.46, ['#c7b79c', '#a3947a', '#f1efe8'], 6) +
    float(1440, 600, 0.66, ['#c7b79c', '#a3947a', '#f1efe8'], -5) +
    float(1520, 690, 0.92, [p.sun, '#9c3223', '#fdf6df'], 5) +
    float(1350, 760, 1.1, ['#c7b79c', '#a3947a', '#f1efe8'], -4)
  return out
}
