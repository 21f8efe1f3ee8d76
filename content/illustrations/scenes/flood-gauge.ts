import { at, ground, H, type Kit, line, n, path, rect, smooth, stroke, times, W } from '../kit.ts'
import { mistBand, person, ridge, ripples, towers } from '../motifs.ts'

const waterline = 520
/** Left edge of the quay, px. */
const quay = 1180

/** A gauge board of the hydrologists: bars on white, one for each step of a scale. */
function gauge({ p }: Kit): string {
  const bars = times(11, (i) => {
    const y = -620 + i * 56
    const long = i % 2 === 0
    return (
      rect(long ? -38 : 0, y, long ? 76 : 38, 28, p.sun) +
      line(-38, y, 38, y, p.ink, 2, 'opacity="0.5"')
    )
  })
  return (
    rect(-54, -690, 12, 720, p.hills[3]) +
    rect(-44, -660, 88, 690, p.light) +
    bars +
    rect(-44, -660, 88, 690, 'none', `stroke="${p.ink}" stroke-width="4"`)
  )
}

/** Stone quay with its gate, the arch drowned to where it begins, and the last treads beside it. */
function gate({ p }: Kit): string {
  const stones = times(7, (row) =>
    times(9, (i) =>
      line(
        quay + 70 + ((i + (row % 2) / 2) / 9) * (W - quay),
        180 + row * 48,
        quay + 70 + ((i + (row % 2) / 2) / 9) * (W - quay),
        228 + row * 48,
        p.ink,
        2,
        'opacity="0.25"',
      ),
    ),
  )
  const courses = times(8, (row) =>
    line(quay + 70, 180 + row * 48, W, 180 + row * 48, p.ink, 2, 'opacity="0.25"'),
  )
  const battlements = times(8, (i) => rect(quay + 60 + i * 96, 132, 58, 52, p.hills[2]))
  const arch = 'M1500 560V420a120 120 0 0 1 240 0V560Z'
  return (
    battlements +
    rect(quay + 60, 176, W - quay, 400, p.hills[2]) +
    courses +
    stones +
    path(arch, p.ink) +
    stroke(arch, p.hills[1], 14) +
    rect(1546, 216, 148, 46, p.light, `stroke="${p.ink}" stroke-width="3"`)
  )
}

const steps = ({ p }: Kit): string =>
  times(7, (i) => {
    const y = 262 + i * 38
    const x = quay + 60 - i * 46
    return (
      rect(x, y, quay + 130 - x, 40, i % 2 ? p.hills[1] : p.hills[0]) +
      line(x, y, quay + 130, y, p.ink, 3, 'opacity="0.4"')
    )
  })

const lamp = ({ p }: Kit): string =>
  rect(-5, -230, 10, 260, p.ink) +
  path('M-34 -226h68l-14 -40h-40Z', p.ink) +
  rect(-16, -262, 32, 34, p.light)

const boat = ({ p }: Kit): string =>
  at(-34, -14, 0.85, person(p.ink, 'sit')) +
  at(40, -14, 0.85, person(p.hills[3])) +
  path('M-120 -26q10 40 60 40h110q50 0 76 -46l-22 -8q-16 24 -46 24h-120q-34 0 -40 -16Z', p.sun) +
  line(-94, 6, 92, 6, p.ink, 3, 'opacity="0.45"')

/** What the flood brings along. */
const driftwood = (kit: Kit): string =>
  times(9, () => {
    const x = kit.between(40, 1250)
    const y = kit.between(waterline + 120, H - 60)
    const l = kit.between(50, 150)
    return stroke(
      `M${n(x)} ${n(y)}q${n(l / 2)} ${n(kit.between(-16, 4))} ${n(l)} ${n(kit.between(-8, 8))}`,
      kit.p.hills[3],
      kit.between(6, 12),
      'stroke-linecap="round" opacity="0.75"',
    )
  })

export function floodGauge(kit: Kit): string {
  const { p } = kit
  const meeting = smooth([
    [-20, 610],
    [260, 592],
    [560, 622],
    [820, 602],
    [1100, 636],
    [1500, 612],
    [W + 20, 640],
  ])
  return (
    ground(kit) +
    mistBand(-120, 70, 900, 74, p.light, 0.9) +
    mistBand(700, 130, 760, 58, p.hills[0], 0.9) +
    mistBand(120, 186, 620, 44, p.hills[1], 0.45) +
    ridge(kit, 400, 40, p.hills[0]) +
    towers(kit, 470, [60, 1120], 13, [90, 250], p.hills[1], p.light, 0.3) +
    ridge(kit, 478, 14, p.hills[2], 14) +
    steps(kit) +
    gate(kit) +
    rect(-10, waterline, W + 20, H, p.river[0]) +
    ripples(kit, [0, waterline + 8], [W, 600], 40, p.light, 0.8) +
    path(`${meeting}L${W + 20} ${H + 10}L-20 ${H + 10}Z`, p.river[1]) +
    stroke(meeting, p.light, 7, 'opacity="0.8"') +
    ripples(kit, [0, 660], [W, H], 90, p.hills[3], 0.32) +
    ripples(kit, [0, 660], [W, H], 60, p.light, 0.7) +
    driftwood(kit) +
    at(1150, 640, 1, lamp(kit)) +
    at(700, 770, 1.05, gauge(kit), 3) +
    times(3, (i) =>
      stroke(
        `M${600 - i * 34} ${786 + i * 16}q${100 + i * 34} ${30 + i * 8} ${220 + i * 68} 0`,
        p.light,
        6,
        'stroke-linecap="round"',
      ),
    ) +
    at(300, 800, 1.15, boat(kit)) +
    ripples(kit, [160, 818], [520, 850], 12, p.light, 0.9)
  )
}
