import {
  at,
  ellipse,
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
import { mistBand, person } from '../motifs.ts'

/** The rim of the rock: from the upper right down to the left. */
const rim = (x: number) =>
  262 + (x < 1180 ? ((1180 - x) / 1180) ** 1.7 * 250 : -90 * ((x - 1180) / 740) ** 1.2)

export function cliffFortress(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#fbe9c9', '#f3c795')
  out +=
    path('M-10 330C200 270 420 300 640 330C820 350 1000 300 1200 320V700H-10Z', '#efc896') +
    path('M-10 430C240 380 500 430 760 440V800H-10Z', '#dfae79')
  // The plain with the fork of the rivers.
  out +=
    path('M-10 500C300 470 600 520 1300 560V1090H-10Z', '#cf9a66') +
    path('M-10 700C200 660 420 690 640 740C800 790 1000 860 1100 900V1090H-10Z', '#c08a58')
  out +=
    path(
      'M-10 560C160 560 280 600 360 650C470 600 640 560 820 548L860 566C680 590 520 640 420 690C470 740 520 850 540 1090H330C330 900 300 760 200 680C120 620 60 610-10 610Z',
      '#f1dfba',
    ) +
    path(
      'M360 664C330 690 352 760 372 860C390 940 400 1010 404 1090H440C440 960 430 800 404 716Z',
      '#fbf0d4',
      'opacity=".8"',
    )
  out += times(18, () =>
    rect(
      kit.between(250, 500),
      kit.between(600, 1060),
      kit.between(30, 80),
      4,
      '#fffaf0',
      'rx="2" opacity=".7"',
    ),
  )
  // Rows of round tents with threads of smoke.
  const tent = (x: number, y: number, s: number) =>
    at(
      x,
      y,
      s,
      ellipse(4, 2, 40, 7, '#6f4a2e', 'opacity=".5"') +
        path('M-32 0V-20Q0-52 32-20V0Z', '#f6ead0') +
        path('M4-36Q18-32 32-20V0H12Z', '#d9b98a') +
        rect(-7, -20, 14, 20, '#7d3a26') +
        path('M-34-18Q0-30 34-18', 'none', `stroke="#b5502f" stroke-width="4"`),
    )
  const rows: [number, number, number, number][] = [
    [612, 646, 4, 0.42],
    [600, 690, 5, 0.56],
    [600, 748, 5, 0.7],
    [590, 822, 4, 0.86],
    [60, 690, 2, 0.5],
    [50, 760, 2, 0.66],
    [40, 850, 3, 0.84],
  ]
  for (const [x, y, count, s] of rows)
    out += times(count, (i) => tent(x + i * 82 * s * 1.1, y + (i % 2) * 5, s))
  for (const [x, y] of [
    [640, 620],
    [690, 720],
    [110, 730],
    [640, 800],
    [130, 820],
  ] as const)
    out += stroke(
      `M${x} ${y}c16-40-18-60 4-100c14-30-8-54 8-90`,
      '#fff6e4',
      4,
      'stroke-linecap="round" opacity=".8"',
    )
  // The sheer cliff in layers.
  const edge: Point[] = []
  for (let x = 300; x <= 1960; x += 60) edge.push([x, rim(x) + kit.between(-5, 5)])
  const body = `M${edge.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}L1960 1090H980L940 960L860 900L850 760L740 690L730 610L560 560L420 470Z`
  out += path(body, '#c77f4c')
  const id = kit.id()
  let strata = ''
  const inks = ['#d9935a', '#b56d40', '#e0a468', '#a55f38', '#cf8a52', '#98532f', '#dc9d60']
  for (let i = 0; i < 17; i++) {
    const y = 300 + i * 50
    strata += path(
      `M200 ${y + 150}C700 ${y + kit.between(60, 100)} 1200 ${y + kit.between(0, 40)} 1960 ${y - 70}V${y - 70 + kit.between(14, 44)}C1200 ${y + 60 + kit.between(0, 20)} 700 ${y + 120} 200 ${y + 190}Z`,
      inks[i % 7] ?? '#b56d40',
    )
  }
  strata += times(46, () => {
    const x = kit.between(500, 1900)
    const y = kit.between(rim(x) + 40, 1040)
    return line(
      x,
      y,
      x + kit.between(-16, 10),
      y + kit.between(40, 130),
      '#7d4224',
      kit.between(4, 9),
      'stroke-linecap="round" opacity=".6"',
    )
  })
  strata += path(
    'M420 470L560 560L730 610L740 690L850 760L860 900L940 960L980 1090H1120L1070 940L980 880L960 740L860 670L840 590L660 530Z',
    '#8a4a2a',
    'opacity=".55"',
  )
  out += `<clipPath id="${id}">${path(body, '#000')}</clipPath><g clip-path="url(#${id})">${strata}</g>`
  out += times(22, () => {
    const x = kit.between(640, 1880)
    const y = rim(x) + kit.between(60, 500)
    return path(
      `M${n(x)} ${n(y)}q10-34 34-30q26-16 40 8q22 2 18 22Z`,
      kit.pick(['#6b6b3f', '#55582f', '#7d7a48']),
    )
  })
  // The wall along the top with its merlons.
  let wall = ''
  let merlons = ''
  for (let x = 420; x < 1960; x += 40) {
    const y = rim(x)
    const y2 = rim(x + 40)
    wall += poly(
      [
        [x, y - 66],
        [x + 41, y2 - 66],
        [x + 41, y2 + 14],
        [x, y + 14],
      ],
      '#8a5232',
    )
    wall += stroke(
      `M${n(x)} ${n(y - 44)}L${n(x + 40)} ${n(y2 - 44)}M${n(x)} ${n(y - 20)}L${n(x + 40)} ${n(y2 - 20)}M${n(x + 12)} ${n(y - 64)}v20M${n(x + 30)} ${n(y2 - 44)}v22`,
      '#6b3d25',
      2.5,
      'opacity=".7"',
    )
    merlons +=
      rect(x + 4, (y + y2) / 2 - 92, 24, 30, '#8a5232') +
      rect(x + 2, (y + y2) / 2 - 95, 28, 6, '#b5784a')
  }
  // Trees behind, the watch-tower, guards, then the wall.
  for (const [x, s] of [
    [1560, 1.1],
    [1640, 0.9],
    [1790, 1.2],
    [1870, 1],
    [980, 0.8],
    [900, 0.7],
  ] as const)
    out += at(
      x,
      rim(x) - 60,
      s,
      rect(-5, -50, 10, 60, '#5b3a22') +
        path('M0-150C50-130 60-60 40-40C10-26-20-28-40-40C-60-70-40-140 0-150Z', '#6b6b3f') +
        path('M0-150C50-130 60-60 40-40C30-80 20-110 0-150Z', '#55582f'),
    )
  const tx = 1290
  const ty = rim(tx) - 60
  out +=
    rect(tx - 70, ty - 96, 140, 110, '#9c5a36') +
    times(3, (i) => rect(tx - 54 + i * 42, ty - 78, 24, 50, '#3c2a26')) +
    rect(tx - 84, ty - 24, 168, 12, '#5b3a22') +
    path(
      `M${tx - 132} ${ty - 104}C${tx - 100} ${ty - 90} ${tx - 80} ${ty - 90} ${tx - 60} ${ty - 90}H${tx + 60}C${tx + 80} ${ty - 90} ${tx + 100} ${ty - 90} ${tx + 132} ${ty - 104}C${tx + 90} ${ty - 112} ${tx + 70} ${ty - 140} ${tx + 60} ${ty - 164}H${tx - 60}C${tx - 70} ${ty - 140} ${tx - 90} ${ty - 112} ${tx - 132} ${ty - 104}Z`,
      '#4a3a38',
    ) +
    rect(tx - 70, ty - 172, 140, 11, '#2f2422')
  out +=
    line(1130, rim(1130) - 60, 1130, rim(1130) - 260, '#3c2a26', 7) +
    path(
      `M1130 ${rim(1130) - 258}C1070 ${rim(1130) - 280} 1030 ${rim(1130) - 226} 960 ${rim(1130) - 246}C980 ${rim(1130) - 210} 970 ${rim(1130) - 190} 966 ${rim(1130) - 170}C1030 ${rim(1130) - 156} 1080 ${rim(1130) - 200} 1130 ${rim(1130) - 180}Z`,
      p.sun,
    )
  for (const x of [760, 1040, 1440, 1720])
    out += at(
      x,
      rim(x) - 58,
      0.72,
      person('#2f2422') +
        line(20, -130, 20, 0, '#2f2422', 4) +
        path('M20-150l7 22h-14Z', '#2f2422'),
    )
  out += wall + merlons
  // The vaulted gate, with a path down from it.
  const gx = 1080
  const gy = rim(gx) + 22
  out +=
    rect(gx - 84, gy - 136, 168, 142, '#a3613a') +
    rect(gx - 92, gy - 142, 184, 14, '#c98a52') +
    path(
      `M${gx - 42} ${gy + 6}V${gy - 60}Q${gx} ${gy - 116} ${gx + 42} ${gy - 60}V${gy + 6}Z`,
      '#2f2422',
    ) +
    stroke(
      `M${gx - 46} ${gy + 6}V${gy - 60}Q${gx} ${gy - 122} ${gx + 46} ${gy - 60}V${gy + 6}`,
      '#d9a468',
      8,
    )
  out += stroke(
    `M${gx} ${gy + 10}C${gx - 30} ${gy + 60} ${gx + 60} ${gy + 90} ${gx + 10} ${gy + 140}C${gx - 40} ${gy + 190} ${gx + 60} ${gy + 220} ${gx} ${gy + 290}`,
    '#f1cf98',
    12,
    'stroke-dasharray="14 7"',
  )
  return out + mistBand(-80, 470, 420, 30, '#fff6e4', 0.6)
}
