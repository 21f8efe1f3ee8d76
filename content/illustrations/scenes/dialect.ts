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

/** A woman leaning out, towards the right; 0, 0 is the sill under her elbows. */
const leaning = (c: string, scarf: string, wave: boolean) =>
  path('M-150 0C-150-90-110-150-50-166C0-176 40-150 60-110L70 0Z', c) +
  path('M-30-150L10-196L52-150L30-120Z', '#e0a884') +
  ellipse(26, -226, 48, 56, '#e9b795') +
  path('M66-250L92-216L70-204C66-190 60-180 44-176L20-230Z', '#e9b795') +
  path('M-30-196C-50-300 60-310 74-250C40-256 24-240 14-196C0-180-20-180-30-196Z', '#231536') +
  circle(-32, -262, 32, '#231536') +
  circle(56, -232, 5, '#231536') +
  path('M74-200q-16 8-22 0q10-8 22 0Z', '#b3242f') +
  path('M-80-150C-40-120 20-120 54-136L46-158C10-146-30-146-60-168Z', scarf) +
  (wave
    ? stroke('M20-90C90-100 120-130 130-210', c, 40, 'stroke-linecap="round"') +
      circle(131, -232, 24, '#e9b795') +
      stroke('M131-240l-12-34M131-240l6-38M131-240l22-28', '#e9b795', 10, 'stroke-linecap="round"')
    : stroke(
        'M0-90C60-20 100-20 132-30C140-90 110-130 92-164',
        c,
        38,
        'stroke-linecap="round" stroke-linejoin="round"',
      ) + circle(88, -176, 22, '#e9b795'))

/** A bird folded from paper, flying right. */
const bird = (a: string, b: string, c: string) =>
  poly(
    [
      [-46, 12],
      [0, 0],
      [14, -62],
      [-24, -34],
    ],
    b,
  ) +
  poly(
    [
      [-46, 12],
      [40, -4],
      [6, 26],
    ],
    a,
  ) +
  poly(
    [
      [-8, 4],
      [30, -70],
      [26, -2],
    ],
    c,
  ) +
  poly(
    [
      [40, -4],
      [66, -16],
      [30, 4],
    ],
    b,
  ) +
  poly(
    [
      [-46, 12],
      [-84, -8],
      [-40, 22],
    ],
    c,
  )

export function windowTalk(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#46305f', '#c47a8d')
  out +=
    circle(960, 1010, 560, '#d98d92', 'opacity=".5"') +
    circle(960, 1010, 380, '#eaa893', 'opacity=".45"')
  // Steps between the houses, and the alley's far end.
  out +=
    path('M700 640L800 520H1120L1220 640Z', '#7a4f75') +
    rect(760, 400, 400, 160, '#5c3c68') +
    path('M730 410L790 350H1130L1190 410Z', '#3f2a55') +
    times(
      3,
      (i) =>
        rect(812 + i * 108, 440, 78, 84, i === 1 ? p.light : '#8a5a7a') +
        rect(848 + i * 108, 440, 6, 84, '#3f2a55'),
    )
  out += times(8, (i) => {
    const y = 560 + i * 66
    const w = 180 + i * 62
    return (
      rect(960 - w, y, w * 2, 70, mix('#8a5a7a', '#4a3058', i / 7)) +
      rect(960 - w, y, w * 2, 22, mix('#d59bab', '#7a4f75', i / 7))
    )
  })
  // Two house fronts, in profile, nearly meeting at the eaves.
  const house = (
    flip: boolean,
    wall: string,
    dark: string,
    body: string,
    scarf: string,
    wave: boolean,
  ) => {
    let h =
      path('M-10 -10H640V150H700L650 214H610V1090H-10Z', wall) +
      path('M560 214H610V1090H560Z', dark)
    h +=
      path(
        'M-10 90C300 110 560 130 720 138L742 120L760 158L640 216C420 196 200 180-10 176Z',
        '#2c1d42',
      ) +
      times(15, (i) => rect(10 + i * 47, 100 + i * 2.4, 8, 76, '#46305f')) +
      times(16, (i) => circle(8 + i * 46, 182 + i * 2.2, 15, '#46305f'))
    h +=
      times(7, (i) => rect(-10, 260 + i * 130, 570, 8, dark, 'opacity=".6"')) +
      rect(60, 216, 16, 880, dark) +
      rect(300, 216, 14, 300, dark)
    // The lit window with its shutter, seen from the side, and who leans out of it.
    h +=
      rect(318, 290, 256, 320, '#2c1d42') +
      rect(334, 306, 226, 290, p.light) +
      path('M334 306H470L400 596H334Z', '#ffe2a6') +
      line(334, 440, 450, 440, '#c98a5a', 6) +
      poly(
        [
          [560, 286],
          [664, 260],
          [664, 566],
          [560, 612],
        ],
        body === '#c3353f' ? '#2f7f77' : '#b3542f',
      ) +
      times(8, (i) => line(572, 318 + i * 34, 654, 292 + i * 33, '#2c1d42', 5, 'opacity=".5"'))
    h +=
      at(528, 612, 1.02, leaning(body, scarf, wave)) +
      rect(296, 604, 320, 28, '#3f2a55') +
      poly(
        [
          [616, 604],
          [700, 604],
          [690, 632],
          [616, 632],
        ],
        '#54386f',
      )
    h += times(
      3,
      (i) =>
        path(`M${340 + i * 92} 640h56l-9 52h-38Z`, '#b5502f') +
        rect(334 + i * 92, 634, 68, 14, '#d9713f') +
        times(
          5,
          (k) =>
            circle(
              346 + i * 92 + k * 12,
              626 - (k % 2) * 14,
              13,
              kit.pick(['#3f7f6a', '#2f6a5c', '#57966f']),
            ) +
            (k % 2
              ? circle(346 + i * 92 + k * 12, 610, 8, kit.pick(['#f0b54a', '#e2607a', '#fff0dc']))
              : ''),
        ),
    )
    h +=
      rect(330, 692, 300, 12, '#2c1d42') +
      rect(120, 300, 130, 190, '#2c1d42') +
      times(2, (i) => rect(132 + i * 56, 312, 48, 166, i ? '#e7a86a' : '#c97d5c'))
    h +=
      rect(330, 800, 210, 300, '#2c1d42') +
      rect(346, 816, 178, 280, '#6d3f5c') +
      rect(432, 816, 6, 280, '#2c1d42') +
      rect(346, 900, 178, 6, '#2c1d42')
    return flip ? `<g transform="translate(1920 0) scale(-1 1)">${h}</g>` : h
  }
  out +=
    house(false, '#6f4670', '#553560', '#c3353f', '#f0d9a6', true) +
    house(true, '#5f3f74', '#48305f', '#2f7f8a', '#f6d9c4', false)
  // The washing line across.
  out += stroke('M640 228Q960 300 1280 228', '#231536', 4)
  const cloth = (x: number, y: number, w: number, h: number, c: string) =>
    path(`M${x} ${y}h${w}l4 ${h}q-${w / 2} 14-${w + 6} 0Z`, c)
  out +=
    cloth(742, 250, 84, 110, '#f0d9d6') +
    path('M866 260l30 6h40l30-4 10 52-26 4v64h-70v-64l-24-4Z', '#d8a878') +
    cloth(1010, 260, 56, 120, '#c3353f') +
    cloth(1090, 254, 70, 84, '#8fb7bd')
  // What they say: a flock of folded birds both ways.
  const flock: [number, number, number, number, boolean][] = [
    [790, 470, 0.72, -10, false],
    [868, 540, 0.9, -16, false],
    [930, 436, 1, -4, false],
    [1000, 520, 1.18, -12, false],
    [1082, 440, 0.9, 6, true],
    [1120, 560, 0.8, 10, true],
    [960, 630, 0.9, 8, true],
    [846, 650, 0.66, -6, false],
    [1060, 660, 0.66, 4, true],
  ]
  for (const [x, y, s, turn, flip] of flock)
    out += flip
      ? at(x, y, s, bird('#ffe2b0', '#f0b54a', '#fff6df'), turn, true)
      : at(x, y, s, bird('#fff6ea', '#e7c8c4', '#ffffff'), turn)
  out += stroke(
    `M${n(770)} 520C840 600 880 480 960 560S1090 470 1150 520`,
    '#fff0dc',
    3,
    'stroke-dasharray="2 13" stroke-linecap="round" opacity=".8"',
  )
  // A cat on the step listens.
  return (
    out +
    at(
      980,
      958,
      1.15,
      path(
        'M-44 0C-56-60-24-90 8-88L12-124L28-108H44L60-124L64-88C70-66 58-52 50-46L52 0Z',
        '#231536',
      ) + stroke('M-40-6C-84 4-96-40-78-64', '#231536', 12, 'stroke-linecap="round"'),
    )
  )
}
