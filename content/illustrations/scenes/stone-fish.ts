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
import { mistBand } from '../motifs.ts'

/** A carp as it is cut into the stone: outlines only, swimming left, about 420 long. */
function carp(color: string, w: number): string {
  const s = (d: string, k = 1) =>
    stroke(d, color, w * k, 'stroke-linecap="round" stroke-linejoin="round"')
  let out = s(
    'M-210 6C-170-46-90-76 0-70C70-66 120-36 158-10C184-26 206-54 222-80C226-44 222-20 208 0C224 22 228 46 224 84C200 60 182 34 158 18C110 48 50 72-20 70C-100 68-172 42-210 6Z',
  )
  out +=
    s('M-132-54C-104-24-104 28-136 56') +
    s(
      'M-50-74C-20-116 50-110 84-56M-30 70C-24 104 12 112 30 96M70 52C84 78 108 80 118 66M-110 40C-104 74-70 86-56 72',
    )
  out +=
    circle(-164, -8, 12, 'none', `stroke="${color}" stroke-width="${w}"`) +
    circle(-164, -8, 4, color) +
    s('M-210 6q14 4 22 14')
  for (let c = 0; c < 7; c++)
    for (let r = 0; r < 4; r++) {
      const x = -92 + c * 33
      const y = -42 + r * 26 + (c % 2) * 13
      const edge = 62 - Math.abs(x + 10) * 0.18
      if (Math.abs(y) < edge - 10) out += s(`M${x} ${y - 13}q22 13 0 26`, 0.7)
    }
  out += s('M172-4L210-44M174 4L214 0M172 14L212 50', 0.7)
  // The sprig in its mouth.
  return (
    out +
    s('M-208 8C-244 16-262 0-284-24') +
    [
      [-250, 12, 40],
      [-268, -8, -30],
      [-284, -26, -70],
    ]
      .map(
        ([x = 0, y = 0, t = 0]) =>
          `<g transform="translate(${x} ${y}) rotate(${t})">${s('M0 0q-20-14-36 0q16 14 36 0Z', 0.8)}</g>`,
      )
      .join('') +
    [0, 72, 144, 216, 288]
      .map(
        (a) =>
          `<g transform="translate(-296 -46) rotate(${a})">${s('M0-6q-12-16 0-26q12 10 0 26Z', 0.8)}</g>`,
      )
      .join('') +
    circle(-296, -46, 6, color)
  )
}

const crane = (c: string, dark: string) =>
  path('M-40-92C-10-110 40-100 66-72C40-56 0-50-30-62C-44-70-48-84-40-92Z', c) +
  path('M66-72C40-56 20-54 6-56C30-66 44-76 50-88Z', dark) +
  stroke('M-34-84C-62-104-40-140-62-166', c, 9, 'stroke-linecap="round"') +
  stroke('M-44-112C-50-126-50-140-56-152', dark, 5, 'stroke-linecap="round"') +
  circle(-64, -168, 9, c) +
  path('M-72-170L-112-158L-70-162Z', dark) +
  path('M-70-176q8-8 14 0Z', '#c8442f') +
  stroke('M-2-56L-6 0M14-58L30-34L20 0', dark, 4, 'stroke-linecap="round"')

export function carvedRidge(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#eff0ed', '#dfe3e3')
  out +=
    path('M-10 296C300 268 560 290 860 280C1200 268 1500 292 1930 270V380H-10Z', '#ccd3d5') +
    mistBand(200, 280, 700, 30, '#eceeec', 0.8)
  out +=
    rect(0, 330, 1920, 760, '#c3d0d3') +
    rect(0, 330, 1920, 40, '#d5dedf') +
    path('M-10 520C500 500 1200 560 1930 510V1090H-10Z', '#b3c4c8') +
    path('M-10 760C500 720 1300 800 1930 740V1090H-10Z', '#a2b6bc')
  out += times(26, () =>
    rect(
      kit.between(-60, 1800),
      kit.between(360, 1060),
      kit.between(80, 320),
      4,
      kit.pick(['#e6ecec', '#94a9b0']),
      'rx="2" opacity=".7"',
    ),
  )
  // Sampan, waiting behind the slab.
  out +=
    path('M1430 452C1480 486 1690 486 1760 436L1744 492C1716 520 1500 522 1456 494Z', '#3a4a54') +
    path('M1520 464C1526 396 1640 392 1652 460Z', '#8f8069') +
    stroke(
      'M1540 462C1546 414 1560 404 1566 400M1586 464V398M1632 460C1628 414 1612 404 1606 400',
      '#6b5f4d',
      4,
    ) +
    line(1738, 446, 1780, 330, '#3a4a54', 5) +
    rect(1440, 510, 330, 7, '#94a9b0', 'rx="3"')
  // Lesser ledges of the same rock, then the slab itself: tilted face, broken edges.
  const ledge = (d: string, c: string) => path(d, c)
  out +=
    ledge('M1560 640L1640 612L1752 616L1800 640L1770 662L1600 668Z', '#c39a62') +
    ledge('M1560 640L1640 612L1752 616L1716 632L1600 644Z', '#e0bf86') +
    ledge('M1270 900L1390 856L1530 850L1640 884L1600 930L1400 950L1300 936Z', '#b78d57') +
    ledge('M1270 900L1390 856L1530 850L1500 876L1380 890Z', '#dfbb82')
  out += path(
    'M-10 1040L260 1020L560 960L820 900L1060 820L1250 720L1400 610L1500 520L1530 560L1440 690L1250 810L980 920L640 1020L300 1080L-10 1100Z',
    '#7f9299',
    'opacity=".6"',
  )
  const crest =
    'M-10 700L120 676L190 680L330 628L420 622L540 566L640 560L760 508L900 486L980 456L1100 446L1180 420L1290 426L1372 414'
  const toe =
    'L1480 470L1496 520L1436 600L1400 604L1330 672L1226 716L1190 752L1080 790L960 846L900 848L760 908L640 930L560 966L400 984L300 1016L120 1024L-10 1050Z'
  out += path(`${crest}L1440 424${toe}`, '#d2ab72')
  out += path(
    `${crest}L1440 424L1380 452L1250 456L1160 486L1010 506L900 548L760 572L650 622L520 640L420 688L270 710L150 758L-10 776Z`,
    '#e9cd98',
  )
  out +=
    path(
      'M1380 452L1440 424L1480 470L1496 520L1436 600L1400 604L1330 672L1226 716L1190 752L1150 764L1236 660L1300 600L1330 520Z',
      '#b78d57',
    ) + path('M1380 452L1440 424L1480 470L1420 500Z', '#c9a06a')
  out += path(
    'M-10 1050L120 1024L300 1016L400 984L560 966L640 930L760 908L900 848L960 846L1080 790L1190 752L1186 786L1080 830L970 884L900 890L760 946L650 972L560 1006L400 1026L300 1056L120 1068L-10 1092Z',
    '#8f6d45',
  )
  for (const [d, w] of [
    ['M420 688L470 742L452 790L500 846', 5],
    ['M1010 506L1030 548L1006 580', 4],
    ['M900 548L880 584L896 610', 4],
    ['M-10 900L90 880L130 900L220 872', 4],
    ['M1160 486L1180 520L1150 560L1170 600L1130 640', 5],
    ['M520 640L548 672', 4],
    ['M240 960L330 940L360 952L470 922', 4],
    ['M760 860L860 826L900 834L980 796', 4],
    ['M300 780L360 764', 4],
  ] as const)
    out += stroke(d, '#9c7444', w, 'stroke-linejoin="round" stroke-linecap="round" opacity=".75"')
  out += times(90, () => {
    const x = kit.between(0, 1300)
    const y = 900 - x * 0.3 + kit.between(-120, 90)
    return ellipse(
      x,
      y,
      kit.between(2, 6),
      kit.between(1.5, 3),
      kit.pick(['#b08a55', '#f0d9a8']),
      'opacity=".8"',
    )
  })
  // Carp in single file and columns of worn strokes, lying in the plane of the slab.
  const cut = '#6d5030'
  out +=
    `<g transform="translate(900 700) rotate(-15) skewX(-8) scale(1.02)">${carp(cut, 8)}</g>` +
    `<g transform="translate(390 836) rotate(-15) skewX(-8) scale(.82)">${carp(cut, 8.5)}</g>`
  out += `<g transform="translate(900 703) rotate(-15) skewX(-8) scale(1.02)" opacity=".5">${carp('#f3dcae', 2.5)}</g>`
  const columns = (x: number, y: number, count: number, rows: number) =>
    `<g transform="translate(${x} ${y}) rotate(-14) skewX(-8)">${times(count, (c) => times(rows, (r) => (kit.rnd() > 0.16 ? stroke(`M${c * 34} ${r * 27}l${n(kit.between(8, 17))} ${n(kit.between(-3, 4))}M${c * 34 + 7} ${r * 27 + 5}l${n(kit.between(-4, 4))} ${n(kit.between(7, 13))}`, '#8a6840', 3.6, 'stroke-linecap="round"') : '')))}</g>`
  out +=
    columns(1190, 530, 3, 4) +
    columns(560, 660, 3, 4) +
    columns(96, 830, 3, 4) +
    columns(604, 850, 2, 3)
  // Three cranes at the far end.
  out +=
    at(1290, 430, 0.72, crane('#fbfbf8', '#2b373e')) +
    at(1372, 436, 0.62, crane('#fbfbf8', '#2b373e'), 0, true) +
    at(1210, 442, 0.5, crane('#fbfbf8', '#2b373e'))
  // The scholar bending over it.
  const robe =
    path(
      'M-60 0C-70-90-64-190-20-250C20-300 90-310 130-280C150-256 140-226 116-214C80-206 60-190 56-150C54-100 60-50 66 0Z',
      '#3f7d74',
    ) +
    path('M-60 0C-70-90-64-190-20-250C-6-268 14-282 34-290C0-220-10-120 0 0Z', '#2c5f59') +
    path('M96-236C130-210 150-170 176-140L158-116C120-130 84-160 66-196Z', '#4c8f85') +
    circle(172, -122, 13, '#e3bf97') +
    stroke('M176-116L206-92', '#1f2a31', 5) +
    circle(150, -298, 30, '#e3bf97') +
    path('M118-312C118-346 176-352 182-318L178-306C160-316 136-318 120-304Z', '#1f2a31') +
    rect(124, -350, 40, 30, '#1f2a31', 'rx="6" transform="rotate(14 144 -335)"') +
    path('M164-276q8 26-2 44q-14-14-18-36Z', '#dfe3e3') +
    rect(-30, -150, 92, 11, p.light, 'opacity=".8" transform="rotate(-6 16 -145)"')
  out += ellipse(650, 590, 100, 12, '#96724a', 'opacity=".6"') + at(636, 592, 0.92, robe)
  return (
    out +
    poly(
      [
        [1500, 560],
        [1760, 546],
        [1730, 556],
        [1510, 568],
      ],
      '#e6ecec',
      'opacity=".8"',
    )
  )
}
