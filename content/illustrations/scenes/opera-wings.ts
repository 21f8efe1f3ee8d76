import {
  at,
  circle,
  clip,
  ellipse,
  ground,
  type Kit,
  line,
  path,
  poly,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'

const DARK = '#07211f'

function drummer(): string {
  return (
    path(
      'M-46-470C-14-492 36-478 40-440L56-412L42-402L40-380C30-360 0-350-22-340L-60-340C-66-380-70-440-46-470Z',
      DARK,
    ) +
    path(
      'M26-394C46-388 44-370 52-350C54-310 40-280 24-258C16-290-2-320-6-352C10-372 18-380 26-394Z',
      '#7d9c90',
    ) +
    path('M-58-452C-66-520 34-524 44-466Z', DARK) +
    circle(-44, -500, 20, DARK) +
    path('M-30-352C-120-330-170-240-176-60L-190 260H150L120 40C150 0 90-260 30-344Z', DARK) +
    // The arm over the drum with its thin stick, and the other with the clapper.
    path('M20-300C90-260 130-190 214-196L222-168C130-140 60-170 0-200Z', DARK) +
    line(210, -184, 312, -128, '#d8b36a', 7, 'stroke-linecap="round"') +
    path('M-40-240C20-190 70-120 150-128L154-102C80-70-10-110-60-160Z', DARK) +
    at(
      164,
      -120,
      1,
      path('M-10-8L10-62L26-56L8 4Z', '#a97d3c') + path('M6-2L44-54L58-44L20 8Z', '#d8b36a'),
      16,
    )
  )
}

function cymbals(kit: Kit, light: string): string {
  return (
    circle(0, -330, 48, DARK) +
    path('M-50-346C-50-400 50-400 50-346Z', DARK) +
    path('M-30-286C-110-270-150-180-160 220H150C150-60 120-260 30-286Z', DARK) +
    path('M-70-230C-130-200-160-140-120-90L-60-130Z', DARK) +
    ellipse(-128, -116, 22, 84, '#c8973f', 'transform="rotate(14 -128 -116)"') +
    ellipse(-88, -104, 22, 84, kit.p.sun, 'transform="rotate(-6 -88 -104)"') +
    circle(-70, -104, 14, light)
  )
}

export function stageFromTheWings(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#0e3634', '#0b2b2a')
  // The lit stage in the gap of the curtain.
  const gap = 'M1004 -10C990 300 1030 620 940 900L1470 900C1420 560 1500 300 1450 -10Z'
  out += clip(
    kit,
    path(gap, '#000'),
    rect(880, -10, 660, 920, '#f4e3b4') +
      poly(
        [
          [1130, -10],
          [1330, -10],
          [1520, 760],
          [940, 760],
        ],
        '#fff6d6',
      ) +
      rect(880, 700, 660, 210, '#cfa75c') +
      ellipse(1226, 792, 200, 40, '#f7e7b4') +
      times(4, (i) => rect(880, 716 + i * 46, 660, 4, '#a9803f', 'opacity=".55"')) +
      rect(880, 560, 660, 144, '#9fc3a6') +
      times(7, (i) => circle(920 + i * 92, 590 - (i % 3) * 16, 64, '#9fc3a6')) +
      rect(880, 640, 660, 62, '#5f9c86'),
  )
  const dancer =
    stroke(
      'M14-196C100-260 170-190 120-130C70-70 190-40 214-110',
      '#fffdf3',
      20,
      'stroke-linecap="round"',
    ) +
    stroke(
      'M-14-192C-70-240-150-216-128-150C-108-96-190-80-196-20',
      '#fffdf3',
      20,
      'stroke-linecap="round"',
    ) +
    path('M-18-206Q0-220 18-206L14-130C40-80 56-40 70 0H-60C-46-50-30-90-14-130Z', '#c8442f') +
    path('M-14-130L-2-130C-10-80-16-40-12 0H-60C-46-50-30-90-14-130Z', '#9d2f25') +
    rect(-15, -140, 30, 14, p.sun) +
    circle(0, -232, 19, '#f1c79c') +
    path('M-22-232C-26-266 26-266 22-232C10-244-10-244-22-232Z', DARK) +
    circle(0, -264, 11, DARK) +
    circle(-16, -256, 5, p.sun) +
    circle(16, -256, 5, p.sun)
  out += ellipse(1226, 792, 70, 12, '#a9803f') + at(1226, 790, 1.08, dancer)
  // Curtains beside the gap.
  const fold = (x: number, w: number, fill: string, s: number) =>
    path(
      `M${x} -10C${x - 14 * s} 300 ${x + 26 * s} 620 ${x - 60 * s} 1090h${w}C${x + w - 30 * s} 640 ${x + w + 10 * s} 300 ${x + w} -10Z`,
      fill,
    )
  out +=
    times(5, (i) => fold(1440 + i * 104, 96, i % 2 ? '#14504b' : '#1b625a', -0.7)) +
    times(3, (i) => fold(1440 + i * 104 - 6, 12, '#2b7d70', -0.7))
  out +=
    times(7, (i) => fold(940 - i * 110, 76, i % 2 ? '#114742' : '#16564f', 0.8)) +
    fold(1000, 16, '#e8c878', 0.9)
  out += rect(-10, 896, 1940, 200, '#071c1b') + rect(-10, 896, 1940, 5, '#1f6a60')
  // The gong on its frame.
  out +=
    rect(566, 270, 18, 640, '#06191a') +
    rect(926, 270, 18, 640, '#06191a') +
    rect(540, 262, 430, 22, '#06191a') +
    path('M540 262q-30-4-34-32q24 12 54 14Z M970 262q30-4 34-32q-24 12-54 14Z', '#06191a')
  out += line(690, 284, 706, 372, '#d8b36a', 5) + line(820, 284, 804, 372, '#d8b36a', 5)
  out +=
    circle(755, 520, 172, '#b98428') +
    circle(755, 520, 158, p.sun) +
    path(
      'M755 362A158 158 0 0 1 880 616C860 540 800 440 700 372A158 158 0 0 1 755 362Z',
      '#f6cf7a',
    ) +
    ring(755, 520, 104, '#b98428', 5) +
    circle(755, 520, 52, '#f6cf7a') +
    ring(755, 520, 52, '#b98428', 4)
  // The drum on its tripod, the drummer, the cymbals.
  out +=
    line(648, 838, 590, 1080, '#d8b36a', 11) +
    line(672, 838, 730, 1080, '#d8b36a', 11) +
    line(660, 838, 662, 1080, '#a97d3c', 11)
  out +=
    path('M560 800C566 842 754 842 760 800V838C740 880 580 880 560 838Z', '#8d2f22') +
    ellipse(660, 800, 100, 32, '#f6ead0') +
    ellipse(660, 800, 40, 12, '#d9c49a')
  out += at(376, 920, 1.15, drummer()) + at(1580, 960, 1.05, cymbals(kit, p.light))
  return out
}
