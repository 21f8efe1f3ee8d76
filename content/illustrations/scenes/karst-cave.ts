import {
  at,
  circle,
  clip,
  ellipse,
  ground,
  type Kit,
  n,
  path,
  poly,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { person } from '../motifs.ts'

const WATER = 838

/** A stalagmite like a melted candle, standing on 0, 0. */
function candle(w: number, h: number, c: string, lit: string, dark: string): string {
  let out = path(
    `M${-w} 0C${-w * 0.9} ${-h * 0.3} ${-w * 0.7} ${-h * 0.34} ${-w * 0.66} ${-h * 0.5}C${-w * 0.62} ${-h * 0.7} ${-w * 0.44} ${-h * 0.74} ${-w * 0.4} ${-h * 0.86}C${-w * 0.36} ${-h} ${w * 0.3} ${-h} ${w * 0.36} ${-h * 0.86}C${w * 0.42} ${-h * 0.72} ${w * 0.64} ${-h * 0.66} ${w * 0.66} ${-h * 0.5}C${w * 0.7} ${-h * 0.34} ${w * 0.94} ${-h * 0.3} ${w} 0Z`,
    c,
  )
  out += path(
    `M${w * 0.1} ${-h * 0.95}C${w * 0.34} ${-h * 0.96} ${w * 0.36} ${-h * 0.84} ${w * 0.4} ${-h * 0.78}C${w * 0.5} ${-h * 0.68} ${w * 0.64} ${-h * 0.66} ${w * 0.66} ${-h * 0.5}C${w * 0.7} ${-h * 0.34} ${w * 0.94} ${-h * 0.3} ${w} 0H${w * 0.5}C${w * 0.46} ${-h * 0.3} ${w * 0.3} ${-h * 0.6} ${w * 0.1} ${-h * 0.95}Z`,
    lit,
  )
  out += times(4, (i) =>
    stroke(
      `M${n(-w * 0.5 + i * w * 0.1)} ${n(-h * (0.66 - i * 0.1))}C${n(-w * 0.62 + i * w * 0.12)} ${n(-h * 0.4)} ${n(-w * 0.66 + i * w * 0.2)} ${n(-h * 0.2)} ${n(-w * 0.74 + i * w * 0.26)} ${-8}`,
      dark,
      Math.max(3, w * 0.05),
      'stroke-linecap="round" opacity=".7"',
    ),
  )
  return out
}

function chamber(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#0f1b2b', '#24354a')
  out +=
    path('M-10 300C300 220 500 330 760 300C1100 260 1500 330 1930 240V860H-10Z', '#1b2c40') +
    path('M-10 560C300 500 560 580 860 560C1200 520 1600 600 1930 520V860H-10Z', '#2a3c50')
  // Far forms in the dark.
  for (const [x, w, h, c] of [
    [700, 46, 190, '#34475a'],
    [820, 34, 130, '#2f4155'],
    [1500, 60, 260, '#3b4a58'],
    [1400, 36, 150, '#34475a'],
    [1640, 40, 180, '#2f4155'],
  ] as const)
    out += at(x, WATER - 34, 1, candle(w, h, c, '#4b5b68', '#24354a'))
  // The wedge of lamp light.
  out +=
    poly(
      [
        [1258, 706],
        [380, 96],
        [300, 560],
        [420, 838],
        [900, 838],
      ],
      '#f2a33c',
      'opacity=".22"',
    ) +
    poly(
      [
        [1258, 706],
        [560, 200],
        [470, 500],
        [620, 800],
      ],
      '#ffcf7a',
      'opacity=".2"',
    )
  // Roof with folds of drapery and straws.
  out += path(
    'M-10 -10H1930V190C1800 260 1720 180 1620 240C1540 290 1480 210 1390 200C1300 190 1260 250 1180 230C1120 214 1080 150 1000 150C900 150 860 210 780 180C680 140 620 230 520 220C420 210 360 130 250 200C150 260 60 200-10 240Z',
    '#0a121d',
  )
  for (const [x, y, l, w] of [
    [300, 180, 170, 26],
    [420, 200, 110, 18],
    [560, 210, 220, 30],
    [700, 160, 120, 18],
    [1130, 190, 150, 22],
    [1250, 220, 210, 26],
    [1420, 190, 130, 20],
    [1560, 240, 240, 32],
    [1700, 200, 150, 22],
    [180, 190, 240, 30],
  ] as const)
    out +=
      path(
        `M${x - w} ${y - 40}C${x - w * 0.6} ${y + l * 0.4} ${x - 5} ${y + l * 0.7} ${x} ${y + l}C${x + 5} ${y + l * 0.7} ${x + w * 0.6} ${y + l * 0.4} ${x + w} ${y - 40}Z`,
        x < 760 ? '#b5652f' : '#3f3a40',
      ) +
      path(
        `M${x} ${y - 40}C${x + 4} ${y + l * 0.4} ${x + 2} ${y + l * 0.7} ${x} ${y + l}C${x + 5} ${y + l * 0.7} ${x + w * 0.6} ${y + l * 0.4} ${x + w} ${y - 40}Z`,
        x < 760 ? '#e59a4a' : '#57474a',
      )
  out += times(46, (i) => {
    const x = 80 + i * 39
    return rect(x, 150, 3, kit.between(60, 190), x < 800 ? '#e0a060' : '#6d5c58', 'opacity=".85"')
  })
  out += times(7, (i) =>
    path(
      `M${1290 + i * 66} 60C${1280 + i * 66} 200 ${1330 + i * 66} 260 ${1300 + i * 66} ${400 - i * 22}C${1336 + i * 66} 300 ${1350 + i * 66} 200 ${1352 + i * 66} 60Z`,
      i % 2 ? '#5b3f38' : '#7a4f3a',
    ),
  )
  // The column where two met.
  const column =
    'M740 60C790 200 846 240 850 360C854 460 830 500 834 560C838 640 800 720 730 838H1060C1000 740 960 640 956 560C954 500 940 460 946 370C950 250 1010 180 1050 60Z'
  out +=
    path(column, '#c9783a') +
    clip(
      kit,
      path(column, '#000'),
      path(
        'M740 60C790 200 846 240 850 360C854 460 830 500 834 560C838 640 800 720 730 838H820C860 720 876 640 872 560C868 480 880 440 876 360C872 240 830 160 800 60Z',
        '#8a4728',
      ) +
        path(
          'M960 60C940 200 916 300 916 380C916 480 926 520 930 580C936 680 960 760 1000 838H1070V60Z',
          '#f0b05a',
        ) +
        times(9, (i) =>
          stroke(
            `M${770 + i * 34} 60C${820 + i * 22} 240 ${858 + i * 11} 320 ${860 + i * 10} 460C${862 + i * 10} 600 ${830 + i * 20} 720 ${770 + i * 34} 838`,
            '#7d3f24',
            5,
            'opacity=".6"',
          ),
        ),
    )
  out += times(5, (i) =>
    ellipse(893, 372 + i * 42, 62 + (i % 2) * 10, 15, i % 2 ? '#e09a4c' : '#b5652f'),
  )
  out += path(
    'M-10 -10H1930V120C1820 170 1700 90 1560 130C1420 160 1320 90 1200 120C1080 150 1020 90 900 110C780 130 700 80 560 120C420 150 300 90 180 130C100 150 40 120-10 140Z',
    '#060c15',
  )
  // Fat stalagmites at the left.
  out +=
    at(440, WATER, 1, candle(150, 520, '#a8562f', '#e89a48', '#6b3320')) +
    at(250, WATER, 1, candle(120, 330, '#8f4829', '#d08440', '#5b2b1d')) +
    at(630, WATER, 1, candle(100, 270, '#b5652f', '#f2b05a', '#7d3f24')) +
    at(120, WATER, 1, candle(90, 210, '#6f3a28', '#a8623a', '#45241b')) +
    at(1120, WATER, 1, candle(70, 150, '#8f4829', '#d08440', '#5b2b1d'))
  // The railing path and two figures with one lamp.
  out +=
    path('M1010 838C1120 800 1300 764 1460 760C1640 756 1800 780 1930 770V860H1010Z', '#121f30') +
    stroke('M1080 770C1200 736 1340 708 1480 704C1640 700 1800 722 1930 714', '#57677a', 5) +
    times(14, (i) => {
      const x = 1100 + i * 62
      const y =
        764 -
        Math.sin(Math.min(1, (x - 1080) / 420) * 1.57) * 60 +
        (x > 1500 ? ((x - 1500) / 430) * 14 : 0)
      return rect(x, y, 4, 64, '#57677a')
    })
  out +=
    at(1300, 768, 1.06, person('#05090f', 'stand')) +
    at(1362, 764, 0.98, person('#05090f', 'walk'), 0, true) +
    stroke('M1292 692L1262 706', '#05090f', 9, 'stroke-linecap="round"') +
    circle(1258, 706, 13, '#fff1c4') +
    circle(1258, 706, 40, p.sun, 'opacity=".45"') +
    circle(1258, 706, 90, p.sun, 'opacity=".18"')
  return out
}

export function caveMirror(kit: Kit): string {
  const scene = chamber(kit)
  const id = kit.id()
  let out = `<g id="${id}">${scene}</g>`
  // The black pool mirrors it.
  out += clip(
    kit,
    rect(0, WATER, 1920, 300, '#000'),
    `<rect x="0" y="${WATER}" width="1920" height="300" fill="#0a121d"/><g transform="translate(0 ${WATER * 1.62}) scale(1 -.62)"><use href="#${id}"/></g><rect x="0" y="${WATER}" width="1920" height="300" fill="#0a1420" fill-opacity=".62"/>`,
  )
  out += times(22, () =>
    rect(
      kit.between(100, 1700),
      kit.between(WATER + 14, 1070),
      kit.between(60, 260),
      3,
      kit.pick(['#e59a4a', '#3f566b', '#0a121d']),
      'rx="1.5" opacity=".55"',
    ),
  )
  return out + rect(0, WATER - 3, 1920, 5, '#0a121d')
}
