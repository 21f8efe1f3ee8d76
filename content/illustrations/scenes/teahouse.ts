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

const BROWN = ['#e9dcc3', '#c9ab83', '#97734f', '#5f432f', '#37271f'] as const

const bowl = (x: number, y: number) =>
  path(
    `M${x - 26} ${y - 36}H${x + 26}C${x + 26} ${y - 14} ${x + 14} ${y - 4} ${x + 10} ${y - 4}H${x - 10}C${x - 14} ${y - 4} ${x - 26} ${y - 14} ${x - 26} ${y - 36}Z`,
    '#fbf5e6',
  ) +
  ellipse(x, y - 2, 30, 6, '#e0d2b8') +
  rect(x - 26, y - 28, 52, 5, '#2f7f8a')
const lidded = (x: number, y: number) =>
  bowl(x, y) +
  path(
    `M${x - 25} ${y - 37}C${x - 20} ${y - 54} ${x + 20} ${y - 54} ${x + 25} ${y - 37}Z`,
    '#fbf5e6',
  ) +
  circle(x, y - 53, 6, '#2f7f8a')

const table = (x: number, y: number, w: number, color: string) =>
  rect(x - w / 2, y, w, 20, color) +
  rect(x - w / 2 + 16, y + 20, w - 32, 30, color) +
  rect(x - w / 2 + 14, y, 18, 240, color) +
  rect(x + w / 2 - 32, y, 18, 240, color) +
  rect(x - w / 2 + 14, y + 150, w - 28, 12, color)

/** An old man on a bench, facing right; 0, 0 is the floor under his seat. */
function sitter(color: string, hat: boolean, fan: boolean): string {
  return (
    circle(6, -318, 36, color) +
    (hat
      ? path('M-34-330C-34-372 46-372 46-330L66-322H-34Z', color)
      : path('M-30-320C-34-360 34-366 38-334Z', color)) +
    path(
      'M-14-290C-74-280-96-200-92-50H20L116-54L118 0H150L160-84C150-100 70-96 52-92L46-250C40-280 10-292-14-290Z',
      color,
    ) +
    path('M-40-260C10-240 30-180 100-190L160-206L166-182L96-146C30-130-20-160-50-200Z', color) +
    (fan
      ? path('M158-190L250-262C268-220 262-176 236-146Z', '#c9ab83') +
        stroke('M162-188L256-204M162-190L254-236M162-186L246-170', BROWN[3], 3)
      : times(3, (i) =>
          poly(
            [
              [160 + i * 12, -200 - i * 4],
              [184 + i * 12, -236 + i * 2],
              [202 + i * 12, -226 + i * 4],
              [176 + i * 12, -190],
            ],
            '#fbf5e6',
            `stroke="${BROWN[2]}" stroke-width="2"`,
          ),
        ))
  )
}

function waiter(): string {
  const c = BROWN[4]
  return (
    circle(10, -436, 38, c) +
    path('M-30-446C-34-490 46-494 48-446Z', c) +
    path('M-36-392C-60-380-70-320-66-196L-74 0H-30L4-180L34 0H78L62-200C70-300 66-380 40-396Z', c) +
    path('M-58-260L66-260L74-120H-66Z', '#e9dcc3') +
    rect(-62, -266, 132, 12, '#e9dcc3') +
    path('M-36-340C-110-360-160-470-164-590L-136-596C-120-500-84-430-16-396Z', c) +
    path('M30-390C90-380 80-320 20-300L0-322C40-330 40-350 10-352Z', c)
  )
}

export function teahouse(kit: Kit): string {
  let out = ground(kit, BROWN[2], BROWN[1])
  out +=
    rect(0, 330, 1920, 560, '#a9835a') +
    times(
      6,
      (i) =>
        rect(120 + i * 320, 400, 170, 250, '#c9ab83') +
        times(3, (k) => rect(120 + i * 320 + 40 + k * 42, 400, 6, 250, '#8a6746')) +
        rect(120 + i * 320, 480, 170, 6, '#8a6746') +
        rect(120 + i * 320, 560, 170, 6, '#8a6746'),
    )
  out += rect(0, 700, 1920, 190, '#8f6b49') + times(30, (i) => rect(i * 66, 700, 4, 190, '#7b5a3d'))
  out +=
    poly(
      [
        [0, 890],
        [1920, 890],
        [1920, 1080],
        [0, 1080],
      ],
      '#6d4e38',
    ) + times(13, (i) => line(960 + (i - 6) * 120, 890, 960 + (i - 6) * 250, 1080, BROWN[3], 4))
  // Roof: boards, rafters and two trusses.
  out += path('M-10 -10H1930V340L960 40L-10 340Z', BROWN[3])
  out += times(17, (i) => line(960, -330, -320 + i * 160, 420, '#6f5039', 8, 'opacity=".7"'))
  out +=
    poly(
      [
        [1090, 20],
        [1290, 20],
        [1340, 150],
        [1110, 86],
      ],
      '#fdf3d6',
    ) + line(1200, 20, 1228, 118, BROWN[4], 9)
  const truss = (y: number, s: number, c: string) =>
    poly(
      [
        [-40, y + 300 * s],
        [960, y - 10],
        [1960, y + 300 * s],
        [1960, y + 340 * s],
        [960, y + 34],
        [-40, y + 340 * s],
      ],
      c,
    ) +
    rect(-10, y + 230 * s, 1940, 34 * s, c) +
    rect(940, y, 40, 240 * s, c) +
    poly(
      [
        [470, y + 240 * s],
        [510, y + 240 * s],
        [720, y + 80 * s],
        [690, y + 80 * s],
      ],
      c,
    ) +
    poly(
      [
        [1410, y + 240 * s],
        [1450, y + 240 * s],
        [1230, y + 80 * s],
        [1200, y + 80 * s],
      ],
      c,
    )
  out += truss(90, 0.9, '#4a3427') + truss(0, 1.12, BROWN[4])
  // The shaft of light with smoke in it.
  out +=
    poly(
      [
        [1100, 60],
        [1330, 130],
        [960, 1080],
        [330, 1080],
      ],
      '#fff1cc',
      'opacity=".42"',
    ) +
    poly(
      [
        [1150, 80],
        [1290, 120],
        [820, 1080],
        [480, 1080],
      ],
      '#fff6dd',
      'opacity=".4"',
    )
  out += times(3, (i) =>
    stroke(
      `M${560 + i * 150} ${520 - i * 90}c40-60-50-90 0-150c36-46 90-30 110-80`,
      '#fffaf0',
      16 - i * 3,
      'stroke-linecap="round" opacity=".35"',
    ),
  )
  // Back row, paler.
  out +=
    at(300, 910, 0.72, sitter('#6a4b36', false, false)) +
    at(620, 910, 0.72, sitter('#6a4b36', true, false), 0, true) +
    table(462, 738, 190, '#5f432f') +
    lidded(430, 738) +
    lidded(500, 738)
  out +=
    at(1690, 920, 0.8, sitter('#6a4b36', false, true), 0, true) +
    table(1500, 738, 170, '#5f432f') +
    lidded(1500, 738)
  // Front: the table, two players, the waiter and his arc of water.
  out += at(1236, 1046, 1.2, waiter(), 0, false)
  const spout = { x: 764, y: 470 }
  out += at(
    1060,
    430,
    1,
    path('M-70-10C-76-76 76-76 70-10C92 40 66 84 0 84C-66 84-92 40-70-10Z', '#b5642f') +
      path('M-70-10C-76-76 10-80 20-60C-30-60-50 20-30 78C-76 64-86 30-70-10Z', '#d98b4a') +
      rect(-34, -74, 68, 12, '#8d4a22') +
      circle(0, -82, 12, '#8d4a22') +
      stroke('M-40-58C-60-170 70-170 50-58', '#8d4a22', 11) +
      poly(
        [
          [-66, 10],
          [-78, 50],
          [-300, 46],
          [-302, 36],
        ],
        '#b5642f',
      ),
    -4,
  )
  out +=
    stroke(
      `M${spout.x - 6} ${spout.y + 20}C${spout.x - 120} ${spout.y + 30} ${spout.x - 176} ${spout.y + 160} ${spout.x - 180} 800`,
      '#ffffff',
      9,
      'stroke-linecap="round"',
    ) +
    stroke(
      `M${spout.x - 6} ${spout.y + 24}C${spout.x - 112} ${spout.y + 38} ${spout.x - 168} ${spout.y + 170} ${spout.x - 172} 800`,
      '#2f7f8a',
      3,
      'stroke-linecap="round" opacity=".6"',
    )
  out +=
    table(640, 842, 360, BROWN[4]) +
    bowl(588, 842) +
    lidded(720, 842) +
    circle(500, 838, 7, '#fbf5e6') +
    lidded(510, 842)
  out += path(
    `M${n(590)} 800c-20-26 20-40 0-70`,
    'none',
    'stroke="#fffaf0" stroke-width="7" stroke-linecap="round" opacity=".7"',
  )
  out +=
    at(300, 1080, 1.12, sitter(BROWN[4], false, false)) +
    at(930, 1086, 1.08, sitter(BROWN[4], true, true), 0, true)
  out +=
    rect(150, 980, 230, 16, '#241914') +
    rect(860, 984, 210, 16, '#241914') +
    rect(170, 990, 14, 100, '#241914') +
    rect(1040, 990, 14, 100, '#241914')
  return out
}
