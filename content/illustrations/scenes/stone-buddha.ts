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
import { fern } from '../motifs.ts'

const S = {
  light: '#efd9ae',
  mid: '#d8b886',
  shade: '#b39064',
  dark: '#7d6a4c',
  deep: '#2d4a42',
} as const

/** The calm face from the front, upright; lying down it is turned by the scene. */
function head(kit: Kit): string {
  let out = path('M-196-40C-230-250-120-330 0-334C120-330 230-250 196-40Z', S.dark)
  out += ellipse(0, -318, 92, 62, S.dark)
  for (let r = 0; r < 5; r++)
    out += times(11 - r, (i) => {
      const k = (10 - r) / 2
      return circle(
        ((i - k) * 372) / (10.4 - r * 0.5),
        -118 - r * 50 - Math.cos((i - k) / (k + 0.5)) * 26,
        21,
        i % 2 ? '#93805f' : '#8b7857',
      )
    })
  out +=
    times(5, (i) => circle(-56 + i * 28, -352 + Math.abs(i - 2) * 8, 17, '#93805f')) +
    ellipse(0, -196, 24, 18, S.light)
  for (const s of [-1, 1])
    out +=
      path(
        `M${s * 186}-70C${s * 246}-84 ${s * 238} 40 ${s * 222} 130C${s * 214} 176 ${s * 176} 170 ${s * 172} 110Z`,
        S.mid,
      ) +
      stroke(
        `M${s * 200}-50C${s * 222}-30 ${s * 214} 50 ${s * 204} 120`,
        S.shade,
        8,
        'stroke-linecap="round"',
      )
  const face = 'M-184-96C-140-150 140-150 184-96C204 40 160 250 0 268C-160 250-204 40-184-96Z'
  out += path(face, S.light)
  out += clip(
    kit,
    path(face, '#000'),
    path(
      'M0-160H220V290H0C60 240 30 120 26 60L20-20C24-70 60-90 130-84V-160Z',
      S.mid,
      'opacity=".75"',
    ) + path('M-220 190C-100 270 100 270 220 150V300H-220Z', S.shade, 'opacity=".6"'),
  )
  for (const s of [-1, 1]) {
    out += stroke(
      `M${s * 22}-36C${s * 60}-76 ${s * 120}-74 ${s * 156}-40`,
      S.dark,
      9,
      'stroke-linecap="round"',
    )
    out +=
      path(
        `M${s * 36} 8C${s * 64}-18 ${s * 112}-18 ${s * 146} 12C${s * 112} 36 ${s * 66} 34 ${s * 36} 8Z`,
        S.mid,
      ) +
      stroke(
        `M${s * 34} 10C${s * 66} 36 ${s * 112} 38 ${s * 148} 12`,
        S.dark,
        8,
        'stroke-linecap="round"',
      )
  }
  out += stroke(
    'M-22-36C-12 0-20 50-34 84C-24 104-8 104 0 102C8 104 24 104 34 84',
    S.dark,
    8,
    'stroke-linecap="round"',
  )
  out +=
    path('M-64 152C-36 136-14 138 0 146C14 138 36 136 64 152C36 186-36 186-64 152Z', S.shade) +
    stroke(
      'M-72 150C-36 160-14 154 0 158C14 154 36 160 72 150',
      S.dark,
      7,
      'stroke-linecap="round"',
    ) +
    circle(0, -84, 11, S.shade) +
    stroke('M-40 220Q0 240 40 220', S.shade, 8, 'stroke-linecap="round"')
  return out
}

function disciple(kind: number): string {
  const robe = ['#4f8577', '#6a9a86', '#3f7468'][kind % 3] ?? '#4f8577'
  let out =
    path('M-112 30C-112-90-70-138 0-140C70-138 112-90 112 30Z', robe) +
    path('M0-140L-34 30H34Z', '#c9b184') +
    path('M-40-136C-20-90 20-90 40-136Z', '#a78f66')
  out +=
    stroke(
      'M-76-84C-70-30-50 0-6-20M76-84C70-30 50 0 6-20',
      '#2d5a50',
      9,
      'stroke-linecap="round"',
    ) + path('M-16-44L0-86L16-44L10 0H-10Z', '#dcc595')
  out +=
    path('M-44-200C-44-250 44-250 44-200C44-160 20-132 0-132C-20-132-44-160-44-200Z', '#e3cd9d') +
    path('M0-240C44-250 48-200 44-190C40-160 20-132 0-132Z', '#c5a877')
  out +=
    stroke('M-26-192Q-14-184-6-192M6-192Q14-184 26-192', '#5d5038', 5, 'stroke-linecap="round"') +
    stroke('M-10-156Q0-150 10-156', '#5d5038', 4)
  if (kind % 3 === 0)
    out += path(
      'M-48-206L-56-256L-26-240L0-288L26-240L56-256L48-206C20-222-20-222-48-206Z',
      '#a78f66',
    )
  else if (kind % 3 === 1)
    out +=
      path('M-46-200C-52-262 52-262 46-200C20-226-20-226-46-200Z', '#6b5f45') +
      circle(0, -256, 16, '#6b5f45')
  else
    out +=
      path('M-50-176C-64-270 64-270 50-176C46-220 26-232 0-232C-26-232-46-220-50-176Z', '#3d4f45') +
      path(
        'M-50-180C-60-130-44-120-60-96H-34C-40-130-46-150-46-190ZM50-180C60-130 44-120 60-96H34C40-130 46-150 46-190Z',
        '#3d4f45',
      )
  return out
}

export function recliningBuddha(kit: Kit): string {
  let out = ground(kit, '#a8885f', '#93754f')
  // The layered cliff behind.
  const bands = [S.shade, '#c2a173', '#a8885f', '#bb9a6c', '#9b7d57']
  for (let i = 0; i < 8; i++)
    out += path(
      `M-10 ${150 + i * 100}C400 ${130 + i * 100 + kit.between(-16, 16)} 1200 ${180 + i * 100 + kit.between(-20, 20)} 1930 ${140 + i * 100}V1090H-10Z`,
      bands[i % 5] ?? S.shade,
    )
  // Body: shoulder, arm and the folds of the robe running off to the right.
  out += path(
    'M760 330C900 150 1120 170 1300 230C1540 300 1760 330 1930 340V900H620C600 700 640 480 760 330Z',
    S.mid,
  )
  out += path('M1180 196C1400 260 1700 326 1930 340V900H980C1180 760 1240 480 1180 196Z', '#c9a674')
  out += path(
    'M840 900C1000 800 1090 560 1040 300C1010 240 960 220 900 232C820 300 720 460 700 900Z',
    S.light,
    'opacity=".75"',
  )
  for (let i = 0; i < 9; i++)
    out += stroke(
      `M${1090 + i * 74} ${212 + i * 16}C${1190 + i * 86} ${420 + i * 14} ${1110 + i * 100} ${680} ${960 + i * 112} ${900}`,
      i % 2 ? S.shade : '#a98457',
      11 - i * 0.5,
      'stroke-linecap="round"',
    )
  out += stroke(
    'M760 560C860 520 960 400 980 250M720 700C860 640 1010 480 1040 300',
    S.shade,
    10,
    'stroke-linecap="round" opacity=".8"',
  )
  // The head, turned on its side, crown to the left.
  out +=
    path('M440 720C560 820 760 840 900 780L860 900H380Z', S.shade) +
    path('M800 380C880 400 900 560 860 690L720 720L700 400Z', S.mid) +
    stroke('M806 400C850 470 850 600 816 690M848 420C890 500 884 610 852 690', S.shade, 9)
  out += at(600, 540, 0.98, head(kit), -82)
  // Overhang with ferns.
  out +=
    path(
      'M-10 -10H1930V150C1700 210 1500 150 1240 176C1000 196 860 130 640 150C420 170 260 240 -10 220Z',
      S.deep,
    ) +
    path(
      'M-10 -10H1930V90C1600 150 1400 90 1140 110C900 130 700 70 460 90C260 104 140 150 -10 140Z',
      '#1d3630',
    )
  const leaves = fern(['#4f8f6d', '#2f6b55'], '#1d3630')
  for (const [x, y, s] of [
    [240, 200, 1.2],
    [420, 168, 0.9],
    [980, 168, 1],
    [1120, 176, 1.3],
    [1420, 164, 1],
    [1640, 170, 1.35],
    [1800, 160, 1],
  ] as const)
    out += at(x, y - 16, s * 0.9, leaves)
  out += times(
    5,
    (i) =>
      line(300 + i * 330, 180, 302 + i * 330, 260 + (i % 3) * 46, '#4f8f6d', 3) +
      times(4, (k) => ellipse(302 + i * 330 + (k % 2 ? 7 : -7), 206 + k * 20, 8, 5, '#4f8f6d')),
  )
  // Disciples cut off by the ground, and a visitor.
  out += rect(0, 880, 1920, 30, S.dark, 'opacity=".6"')
  out += times(8, (i) => at(130 + i * 232, 958 - (i % 2) * 10, 0.86 + (i % 3) * 0.05, disciple(i)))
  out +=
    path('M-10 940C500 926 1300 956 1930 934V1090H-10Z', '#1f4a40') +
    times(24, (i) => path(`M${i * 86} 946l8-${n(kit.between(14, 34))}l8 30Z`, '#1f4a40'))
  out += path('M-10 1020C700 996 1300 1040 1930 1010V1090H-10Z', '#163a33')
  out += at(
    1338,
    1040,
    1.28,
    rect(-9, -80, 18, 46, '#12302b') +
      path('M-13-74Q0-84 13-74L15-32H-15Z M-12-36H12L8 0H1L0-28L-1 0H-8Z', '#12302b') +
      circle(0, -90, 8, '#e9c79c') +
      line(12, -60, 20, -132, '#12302b', 3) +
      path('M-36-114C-30-162 70-162 76-114C56-122 40-122 20-114C0-122-16-122-36-114Z', '#d9582f'),
  )
  return out
}
