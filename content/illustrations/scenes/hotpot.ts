import {
  at,
  blob,
  circle,
  clip,
  ground,
  type Kit,
  overprint,
  path,
  polar,
  poly,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'
import { greens, lotus, meat, mushrooms, plate, sesame, tripe } from './hotpot-plates.ts'

const CX = 960
const CY = 540
const POT = 455
const BROTH = 402

const chilli = (color: string, shine: string) =>
  path('M0 0C16-38 78-44 128-4C84-14 44 6 14 18C4 16-4 10 0 0Z', color) +
  stroke('M18-8C40-24 70-22 92-12', shine, 4, 'stroke-linecap="round" opacity=".65"') +
  stroke('M4 8C-8 14-16 12-26 22', '#4d7a45', 7, 'stroke-linecap="round"')

/** Two sticks from the edge into the pot, tips near each other. */
const chopsticks = (x: number, y: number, turn: number, spread: number, color: string) =>
  at(
    x,
    y,
    1,
    times(2, (i) => {
      const side = i ? 1 : -1
      const far = side * (14 + spread)
      return (
        poly(
          [
            [40, side * 8 + 12],
            [40, side * 8 + 17],
            [900, far + 40],
            [900, far + 22],
          ],
          '#1a070c',
          'opacity=".28"',
        ) +
        poly(
          [
            [0, side * 8 - 3],
            [0, side * 8 + 3],
            [900, far + 12],
            [900, far - 12],
          ],
          color,
        ) +
        poly(
          [
            [520, side * 8 + far * 0.5 - 6],
            [520, side * 8 + far * 0.5 + 6],
            [900, far + 12],
            [900, far - 12],
          ],
          '#f2a33c',
          'opacity=".9"',
        )
      )
    }),
    turn,
  )

function broth(kit: Kit): string {
  const third = 268
  const tones = [
    '#b02c1f',
    '#c43625',
    '#b02c1f',
    '#c43625',
    '#e0522d',
    '#c43625',
    '#b02c1f',
    '#c43625',
    '#b02c1f',
  ]
  let out = ''
  for (let i = 0; i < 9; i++) {
    const x = CX - 402 + (i % 3) * third
    const y = CY - 402 + Math.floor(i / 3) * third
    out += rect(x, y, third, third, tones[i] ?? '#c43625')
  }
  out += times(34, () =>
    path(
      blob(
        kit,
        CX + kit.between(-400, 400),
        CY + kit.between(-400, 400),
        kit.between(14, 52),
        0.25,
      ),
      '#f08a3c',
      `opacity="${kit.between(0.25, 0.6).toFixed(2)}"`,
    ),
  )
  out += times(70, () => {
    const [x, y] = polar(CX, CY, kit.between(140, 390), kit.between(0, 360))
    return circle(x, y, kit.between(4, 7.5), kit.pick(['#5a1a14', '#3a0f10', '#6b7a35']))
  })
  const spots: [number, number, number, number][] = [
    [650, 340, 20, 1.2],
    [800, 250, -30, 1],
    [1090, 330, 60, 1.15],
    [1230, 420, 10, 1],
    [600, 560, -60, 1.1],
    [700, 690, 30, 1.2],
    [760, 830, -10, 1],
    [960, 800, 40, 1.2],
    [1130, 740, -40, 1.1],
    [1240, 600, 80, 1],
    [900, 360, 5, 0.9],
    [1000, 690, 200, 0.9],
  ]
  out += spots
    .map(([x, y, turn, s], i) =>
      at(x, y, s, chilli(i % 3 ? '#7d0f14' : '#99171a', '#f7a37c'), turn),
    )
    .join('')
  out += times(26, () => {
    const [x, y] = polar(CX, CY, Math.sqrt(kit.rnd()) * 112, kit.between(0, 360))
    const r = kit.between(9, 30)
    return (
      circle(x, y, r, '#f7b06a', 'opacity=".55"') +
      ring(x, y, r, '#ffe3ae', 3.5) +
      circle(x - r * 0.3, y - r * 0.35, r * 0.18, '#fff6de')
    )
  })
  for (const d of [-134, 134]) {
    out +=
      rect(CX + d - 4, CY - 410, 22, 820, '#5e1512', 'opacity=".5"') +
      rect(CX - 410, CY + d - 4, 820, 22, '#5e1512', 'opacity=".5"')
  }
  for (const d of [-134, 134]) {
    out +=
      rect(CX + d - 9, CY - 410, 18, 820, '#e8b878') + rect(CX + d - 9, CY - 410, 6, 820, '#fff0cf')
    out +=
      rect(CX - 410, CY + d - 9, 820, 18, '#e8b878') + rect(CX - 410, CY + d - 9, 820, 6, '#fff0cf')
  }
  return out
}

export function hotpotFromAbove(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, p.hills[3], p.hills[3])
  for (let i = 0; i < 7; i++) {
    const y = i * 160 - 20
    out += rect(0, y, 1920, 158, kit.pick(['#4b1b1e', '#431519', '#52201f']))
    out += times(5, () =>
      stroke(
        `M${Math.round(kit.between(-100, 1500))} ${Math.round(y + kit.between(20, 140))}q150 ${Math.round(kit.between(-14, 14))} ${Math.round(kit.between(260, 620))} 0`,
        p.ink,
        3,
        'opacity=".4" stroke-linecap="round"',
      ),
    )
  }
  out +=
    plate(262, 128, 178, tripe(kit)) +
    plate(150, 566, 150, lotus()) +
    plate(330, 962, 170, greens(kit))
  out +=
    plate(1650, 118, 168, meat(kit)) +
    plate(1776, 520, 146, sesame(kit)) +
    plate(1610, 966, 176, mushrooms(kit))
  out += circle(CX + 26, CY + 34, POT + 8, '#1a070c', 'opacity=".55"')
  for (const side of [-1, 1])
    out +=
      rect(CX + side * 470 - 44, CY - 92, 88, 184, '#8f4a28', 'rx="40"') +
      rect(CX + side * 478 - 20, CY - 56, 40, 112, p.hills[3], 'rx="20"')
  out +=
    circle(CX, CY, POT, '#c2723c') +
    ring(CX, CY, POT - 10, '#eab075', 8) +
    circle(CX, CY, BROTH + 14, '#7a3219')
  out += clip(
    kit,
    circle(CX, CY, BROTH, '#000'),
    broth(kit) +
      overprint(
        path(
          `M${CX - 402} ${CY - 402}H${CX + 402}V${CY - 150}C${CX + 200} ${CY - 360} ${CX - 260} ${CY - 380} ${CX - 402} ${CY + 60}Z`,
          '#d98a6a',
        ),
        0.5,
      ),
  )
  out += stroke(
    `M${CX - 330} ${CY - 300}A446 446 0 0 1 ${CX - 90} ${CY - 437}`,
    '#ffe3ae',
    10,
    'stroke-linecap="round" opacity=".9"',
  )
  out += chopsticks(742, 330, 218, 18, '#2a1015') + chopsticks(1190, 300, -42, 26, '#f4dcae')
  out += chopsticks(1176, 770, 38, 22, '#2a1015') + chopsticks(760, 740, 143, 24, '#f4dcae')
  return out
}
