import { at, ground, type Kit, line, n, path, rect, stroke, times } from '../kit.ts'
import { ridge } from '../motifs.ts'

const pine = (kit: Kit, h: number, c: string) => {
  let out = path(
    `M${n(-h * 0.02)} 0L${n(-h * 0.012)} ${n(-h)}L${n(h * 0.012)} ${n(-h)}L${n(h * 0.03)} 0Z`,
    c,
  )
  for (let i = 0; i < 6; i++) {
    const y = -h * (0.36 + i * 0.12)
    const w = h * (0.34 - i * 0.042)
    const side = i % 2 ? 1 : -1
    out += stroke(
      `M0 ${n(y + h * 0.06)}Q${n(side * w * 0.5)} ${n(y + h * 0.03)} ${n(side * w * 0.8)} ${n(y)}`,
      c,
      h * 0.018,
    )
    out += path(
      `M${n(side * w * 0.1)} ${n(y + h * 0.012)}Q${n(side * w * 0.3)} ${n(y - h * 0.06)} ${n(side * w * 0.7)} ${n(y - h * 0.05)}Q${n(side * w * 1.15)} ${n(y - h * 0.04)} ${n(side * w * 1.2)} ${n(y + h * 0.015)}Q${n(side * w * 0.6)} ${n(y + h * kit.between(0.02, 0.035))} ${n(side * w * 0.1)} ${n(y + h * 0.012)}Z`,
      c,
    )
  }
  return (
    out +
    path(
      `M${n(-h * 0.13)} ${n(-h * 0.98)}Q0 ${n(-h * 1.1)} ${n(h * 0.13)} ${n(-h * 0.98)}Q0 ${n(-h * 0.94)} ${n(-h * 0.13)} ${n(-h * 0.98)}Z`,
      c,
    )
  )
}

const tier = (y: number, half: number, h: number, c: string, wall: string) =>
  rect(-half * 0.56, y, half * 1.12, h, wall) +
  times(5, (i) => rect(-half * 0.5 + i * half * 0.22, y + 10, half * 0.1, h - 20, c)) +
  path(
    `M${-half - 22} ${y - 16}C${-half + 10} ${y + 6} ${-half * 0.7} ${y + 6} ${-half * 0.5} ${y + 6}H${half * 0.5}C${half * 0.7} ${y + 6} ${half - 10} ${y + 6} ${half + 22} ${y - 16}C${half * 0.7} ${y - 18} ${half * 0.5} ${y - 40} ${half * 0.42} ${y - 56}H${-half * 0.42}C${-half * 0.5} ${y - 40} ${-half * 0.7} ${y - 18} ${-half - 22} ${y - 16}Z`,
    c,
  )

/** Fog that thickens downwards, laid over the foot of a building. */
function veil(kit: Kit, x: number, y: number, w: number, h: number, fog: string): string {
  const id = kit.id()
  return `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${fog}" stop-opacity="0"/><stop offset="1" stop-color="${fog}"/></linearGradient>${rect(x, y, w, h, `url(#${id})`)}`
}

export function seaOfFog(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#e4e5e3', '#f0efeb')
  // Three long parallel ridges, paler and paler.
  out +=
    ridge(kit, 205, 22, '#cfd3d4', 8) +
    ridge(kit, 262, 20, '#b7bdc0', 9) +
    ridge(kit, 318, 16, '#9aa3a8', 10)
  const wave = (y: number, amp: number, fill: string, shift: number) =>
    path(
      `M-10 ${y}C${200 + shift} ${y - amp} ${380 + shift} ${y - amp} ${560 + shift} ${y}S${960 + shift} ${y + amp} ${1160 + shift} ${y}S${1600 + shift * 0.4} ${y - amp} 1930 ${y}V1090H-10Z`,
      fill,
    )
  out += wave(362, 12, '#dfe1e0', 0) + wave(392, 14, '#ebebe8', -120)
  // The far roof with an aerial and a crane's arm.
  out +=
    rect(420, 452, 190, 200, '#8b949a') +
    rect(410, 444, 210, 12, '#73838c') +
    rect(450, 420, 60, 26, '#73838c') +
    line(560, 446, 560, 330, '#5f6d75', 5) +
    stroke('M532 356h56M538 378h44M544 400h32', '#5f6d75', 4)
  out += times(5, (i) => times(2, (r) => rect(440 + i * 34, 474 + r * 40, 16, 24, '#737e85')))
  out +=
    line(760, 640, 760, 352, '#737e85', 9) +
    line(640, 372, 990, 352, '#737e85', 7) +
    line(760, 330, 990, 352, '#737e85', 3) +
    line(760, 330, 650, 372, '#737e85', 3) +
    line(760, 330, 760, 360, '#737e85', 6) +
    rect(640, 366, 40, 28, '#5f6d75') +
    line(930, 356, 930, 470, '#737e85', 2.5) +
    stroke('M748 400l24 30-24 30 24 30-24 30', '#737e85', 3)
  out += veil(kit, 419, 452, 192, 72, '#e6e7e4') + veil(kit, 742, 430, 34, 96, '#e6e7e4')
  out += wave(512, 16, '#e6e7e4', 60)
  // The last two tiers of a pagoda, with its one warm window.
  out += at(
    1096,
    480,
    1.28,
    rect(-8, -212, 16, 60, '#2b373e') +
      path('M-16-150Q0-196 16-150Z', '#2b373e') +
      tier(-92, 104, 76, '#2b373e', '#566169') +
      tier(34, 140, 130, '#2b373e', '#4a565e') +
      rect(-24, -78, 46, 50, p.sun) +
      rect(-16, -70, 30, 34, '#f2a25c') +
      line(-1, -78, -1, -28, '#2b373e', 4) +
      line(-24, -53, 22, -53, '#2b373e', 4),
  )
  out +=
    rect(1430, 590, 230, 200, '#6f7a81') +
    rect(1418, 580, 254, 14, '#53606a') +
    rect(1450, 548, 80, 34, '#53606a') +
    rect(1590, 536, 40, 46, '#5f6b73') +
    path('M1586 536q24-20 48 0Z', '#53606a') +
    times(6, (i) => rect(1446 + i * 34, 616, 16, 26, '#566169'))
  out += veil(kit, 994, 536, 204, 110, '#f0f0ed') + veil(kit, 1429, 590, 232, 66, '#f0f0ed')
  out += wave(640, 20, '#f0f0ed', -200)
  out +=
    rect(250, 690, 300, 200, '#5f6b73') +
    rect(236, 680, 328, 15, '#3f4c55') +
    rect(280, 640, 90, 42, '#4a565e') +
    line(480, 680, 480, 560, '#3f4c55', 5) +
    stroke('M452 584h56M460 606h40', '#3f4c55', 4) +
    times(3, (i) => line(400 + i * 22, 680, 400 + i * 22, 650, '#3f4c55', 4)) +
    line(396, 652, 450, 652, '#3f4c55', 3) +
    times(8, (i) => rect(266 + i * 36, 712, 16, 26, '#4a565e'))
  out += veil(kit, 249, 690, 302, 74, '#f7f6f3')
  out +=
    wave(746, 22, '#f7f6f3', 140) + wave(850, 24, '#fcfbf8', -160) + wave(960, 20, '#f3f2ee', 100)
  // Soft folds in the fog.
  for (let i = 0; i < 20; i++) {
    const y = kit.between(690, 1040)
    const x = kit.between(-100, 1500)
    const l = kit.between(220, 560)
    out += stroke(
      `M${n(x)} ${n(y)}q${n(l * 0.25)} ${n(-14)} ${n(l * 0.5)} 0t${n(l * 0.5)} 0`,
      kit.pick(['#dadcdb', '#ffffff', '#e3e4e2']),
      kit.between(4, 9),
      'stroke-linecap="round" opacity=".8"',
    )
  }
  // The hill with pines from which one looks, cut off at the lower right.
  out +=
    path('M1080 1090C1260 1000 1420 960 1560 930C1700 900 1820 900 1930 910V1090Z', '#2b373e') +
    path('M1300 1090C1460 1020 1640 980 1930 990V1090Z', '#1f2a31')
  for (const [x, y, h] of [
    [1590, 950, 330],
    [1716, 940, 430],
    [1480, 990, 200],
    [1850, 950, 300],
  ] as const)
    out += at(x, y, 1, pine(kit, h, '#1f2a31'))
  return (
    out +
    times(30, () => {
      const x = kit.between(1240, 1900)
      return path(`M${n(x)} ${n(1080 - (x - 1100) * 0.13)}q4-30 10-44q4 20 14 44Z`, '#1f2a31')
    })
  )
}
