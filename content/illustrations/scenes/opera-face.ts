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
  polar,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'

const GOLD = '#e3b04b'
const RED = '#c92f35'

/** One half of the painted face, drawn for the left side; 0, 0 is between the eyes. */
function half(base: string, field: string, line: string, spot: string): string {
  return (
    path('M0-240H-220V300H0Z', base) +
    path('M0-240C-60-236-120-190-150-110C-104-150-56-160-26-120C-12-100-8-60 0-40Z', field) +
    path(
      'M0 60C-30 70-52 104-96 96C-140 90-160 40-172 10C-176 110-130 190-70 230C-40 248-20 250 0 252Z',
      field,
    ) +
    path(
      'M-18-70C-60-120-130-112-172-60C-150-74-122-76-110-66C-128-40-126-4-92 10C-58 20-24 2-14-26Z',
      line,
    ) +
    path('M-30-30C-52-58-88-58-112-26C-84-8-54-10-30-30Z', '#fff6e4') +
    circle(-70, -33, 19, '#1a0f24') +
    circle(-64, -39, 5, '#fff6e4') +
    path('M-20-84C-50-150-120-164-176-128C-128-140-80-120-52-84Z', line) +
    path('M-158-4C-190 40-178 90-150 120C-158 70-140 44-112 30Z', line) +
    path('M0-176C-22-160-26-120 0-92Z', spot) +
    path('M0-206C-34-214-50-196-48-176C-34-190-18-192 0-188Z', spot) +
    path('M0-60C-14-20-16 30-30 58C-20 76-8 78 0 76Z', field) +
    path('M0 140C-30 122-66 132-92 120C-78 152-40 166 0 164Z', line) +
    path('M0 148C-24 138-48 142-66 138C-48 154-24 156 0 156Z', spot) +
    path('M0 196C-20 200-24 222 0 236Z', line) +
    stroke('M-98 60C-124 66-142 52-146 34C-148 54-132 82-100 78', spot, 7, 'stroke-linecap="round"')
  )
}

function headdress(): string {
  const top = (r: number, x: number, y: number, fill: string) =>
    circle(x, y, r, fill) + circle(x - r * 0.28, y - r * 0.3, r * 0.3, '#fff6e4', 'opacity=".75"')
  let out = path(
    'M-206-150C-230-330-120-452 0-452C120-452 230-330 206-150C120-206-120-206-206-150Z',
    '#2b6f78',
  )
  out += path('M-206-150C-120-206 120-206 206-150L216-216C120-276-120-276-216-216Z', GOLD)
  out += times(11, (i) => {
    const a = (i - 5) * 9.4
    const [x, y] = polar(0, 214, 448, a - 90)
    return top(17, x, y + 32, i % 2 ? '#fff6e4' : RED)
  })
  out += times(5, (i) => {
    const a = (i - 2) * 24
    const [x, y] = polar(0, -170, 178, a - 90)
    return ring(x, y, 26, GOLD, 7) + circle(x, y, 13, RED)
  })
  out += path('M0-300C-40-340-36-384 0-430C36-384 40-340 0-300Z', GOLD) + circle(0, -350, 18, RED)
  out += times(9, (i) => {
    const [x, y] = polar(0, -190, 282, (i - 4) * 17 - 90)
    return (
      stroke(`M${n(x * 0.9)} ${n(-190 + (y + 190) * 0.9)}L${n(x)} ${n(y)}`, GOLD, 5) +
      top(22 - Math.abs(i - 4) * 1.4, x, y, i % 2 ? RED : '#fff6e4')
    )
  })
  for (const s of [-1, 1]) {
    out +=
      path(`M${s * 200}-190L${s * 290}-236L${s * 276}-70L${s * 214}-110Z`, GOLD) +
      path(`M${s * 222}-180L${s * 270}-204L${s * 262}-110L${s * 226}-132Z`, '#2b6f78')
    out +=
      stroke(`M${s * 252}-86C${s * 262}-10 ${s * 236} 70 ${s * 250} 176`, RED, 12) +
      path(`M${s * 232} 170h${s * 36}l${s * 12} 110h${s * -60}Z`, RED)
  }
  return out
}

/** Pheasant feathers: a long curve with bars that lean with it. */
function feather(side: number): string {
  const spine = `M${side * 96}-420C${side * 170}-560 ${side * 480}-590 ${side * 660}-380C${side * 770}-240 ${side * 760}-60 ${side * 690} 60`
  return (
    stroke(spine, '#d8a05a', 34, 'stroke-linecap="round"') +
    stroke(spine, '#3b2750', 34, 'stroke-dasharray="9 27"') +
    stroke(spine, '#f3d9a4', 5)
  )
}

export function changingFace(kit: Kit): string {
  const { p } = kit
  const face =
    'M0-236C130-236 186-130 182-10C178 130 110 262 0 268C-110 262-178 130-182-10C-186-130-130-236 0-236Z'
  let out = ground(kit, p.hills[3], '#2a1b40')
  out += times(16, (i) =>
    path(
      `M${i * 126 - 20} -10h${58 + (i % 3) * 10}c-14 300 20 700-6 1100h-${52 + (i % 3) * 10}c20-400-16-800 0-1100Z`,
      i % 2 ? '#47305d' : '#523767',
      'opacity=".75"',
    ),
  )
  const cape =
    path('M-150 250C-330 300-700 560-1150 1000H1150C700 560 330 300 150 250Z', '#1f1330') +
    path('M-150 250C-330 300-700 560-1150 1000H-1040C-640 610-330 370-120 320Z', GOLD) +
    path('M150 250C330 300 700 560 1150 1000H1040C640 610 330 370 120 320Z', GOLD) +
    path('M-150 250C-330 300-700 560-1150 1000H-1100C-690 580-330 330-140 282Z', RED) +
    path('M150 250C330 300 700 560 1150 1000H1100C690 580 330 330 140 282Z', RED) +
    times(2, (k) =>
      times(5, (i) => {
        const s = k ? 1 : -1
        return (
          circle(s * (300 + i * 92), 520 + i * i * 14 + i * 40, 15, RED) +
          ring(s * (300 + i * 92), 520 + i * i * 14 + i * 40, 28, GOLD, 5)
        )
      }),
    )
  const collar =
    path('M-230 300C-150 240 150 240 230 300C200 400 90 440 0 440C-90 440-200 400-230 300Z', RED) +
    path('M-180 306C-110 262 110 262 180 306C150 370 70 396 0 396C-70 396-150 370-180 306Z', GOLD) +
    path(
      'M-140 300C-80 270 80 270 140 300C110 346 60 360 0 360C-60 360-110 346-140 300Z',
      '#2b6f78',
    )
  const sleeve =
    path(
      'M760 900C720 640 470 520 240 520C100 518-60 500-170 432L-262 596C-150 680 0 706 150 712C330 720 420 790 450 900Z',
      '#b3242f',
    ) +
    path(
      'M760 900C720 640 470 520 240 520C100 518-60 500-170 432L-196 478C-60 560 120 572 250 580C430 590 570 690 610 900Z',
      '#d8474a',
    ) +
    path(
      'M-170 432C-300 366-420 410-500 500C-560 566-650 560-730 470C-760 600-690 700-570 706C-450 712-390 610-262 596Z',
      '#fff3df',
    ) +
    path(
      'M-212 508C-320 470-420 520-490 590C-570 650-660 620-728 520C-734 630-670 704-570 706C-450 712-390 610-262 596Z',
      '#e9cfc6',
    ) +
    stroke(
      'M-230 540C-330 520-420 570-470 620C-540 680-620 670-680 620',
      '#cfa7a6',
      5,
      'stroke-linecap="round"',
    ) +
    stroke(
      'M-190 466C-310 420-420 460-500 540C-560 596-640 590-700 540',
      '#cfa7a6',
      4,
      'stroke-linecap="round"',
    ) +
    line(-170, 432, -262, 596, GOLD, 24) +
    line(-140, 452, -230, 616, '#2b6f78', 9) +
    [
      [60, 560, 20, 690],
      [220, 590, 200, 704],
      [380, 620, 390, 770],
      [520, 690, 560, 880],
    ]
      .map(([x = 0, y = 0, ex = 0, ey = 0]) =>
        stroke(
          `M${x} ${y}Q${x + 34} ${(y + ey) / 2} ${ex} ${ey}`,
          '#8d1a28',
          6,
          'stroke-linecap="round" opacity=".7"',
        ),
      )
      .join('')
  const paint =
    half(RED, '#fff3df', '#1a0f24', GOLD) +
    `<g transform="scale(-1 1)">${half('#1d1526', GOLD, '#0f0a17', '#fff3df')}</g>`
  out += at(
    960,
    462,
    0.84,
    feather(-1) +
      feather(1) +
      cape +
      ellipse(0, 250, 92, 60, '#e8c39c') +
      collar +
      headdress() +
      clip(kit, path(face, '#000'), paint) +
      rect(-2, -236, 4, 504, '#0f0a17') +
      stroke(face, '#0f0a17', 6) +
      sleeve,
  )
  return out
}
