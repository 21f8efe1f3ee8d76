import {
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  n,
  path,
  polar,
  poly,
  rect,
  times,
} from '../kit.ts'
import { mistBand, ridge } from '../motifs.ts'

const CX = 960
const CY = 610
const RX = 440
const RY = 196

const on = (deg: number, k = 1): readonly [number, number] => {
  const [x, y] = polar(0, 0, 1, deg)
  return [CX + x * RX * k, CY + y * RY * k]
}

const block = (x: number, y: number, w: number, d: number, h: number) =>
  poly(
    [
      [x, y],
      [x + w, y],
      [x + w - d * 0.4, y - d * 0.5],
      [x - d * 0.4, y - d * 0.5],
    ],
    '#f8f4ea',
  ) +
  rect(x, y, w, h, '#aebbb4') +
  poly(
    [
      [x, y],
      [x - d * 0.4, y - d * 0.5],
      [x - d * 0.4, y - d * 0.5 + h],
      [x, y + h],
    ],
    '#8a9b95',
  ) +
  times(Math.floor(w / 16), (i) => rect(x + 7 + i * 16, y + h * 0.35, 8, h * 0.3, '#4f6a68'))

export function ringOfLight(kit: Kit): string {
  let out = ground(kit, '#eef0ea', '#d5dcd6')
  out += ridge(kit, 150, 50, '#cbd5d0', 7) + ridge(kit, 215, 40, '#aebfb8', 9)
  out += mistBand(-100, 236, 1020, 60, '#f3f3ec', 1) + mistBand(1080, 262, 1200, 66, '#f3f3ec', 1)
  out +=
    ridge(kit, 320, 26, '#8fa9a0', 8) +
    mistBand(300, 336, 620, 34, '#eef0ea', 0.85) +
    mistBand(1340, 360, 700, 34, '#eef0ea', 0.8)
  out += ridge(kit, 400, 22, '#6f9187', 7) + ridge(kit, 500, 14, '#7f9f8f', 5)
  out +=
    path('M-10 900C300 820 700 1010 1100 960C1500 910 1700 820 1930 860V1090H-10Z', '#638577') +
    path('M-10 1010C400 940 800 1080 1200 1040C1500 1010 1760 960 1930 990V1090H-10Z', '#46685f')
  const tree = (x: number, y: number, s: number, c: string) =>
    rect(x - 3 * s, y - 14 * s, 6 * s, 18 * s, '#33504a') +
    path(
      `M${n(x)} ${n(y - 74 * s)}C${n(x + 34 * s)} ${n(y - 62 * s)} ${n(x + 30 * s)} ${n(y - 10 * s)} ${n(x)} ${n(y - 10 * s)}C${n(x - 30 * s)} ${n(y - 10 * s)} ${n(x - 34 * s)} ${n(y - 62 * s)} ${n(x)} ${n(y - 74 * s)}Z`,
      c,
    )
  const trees: [number, number, number][] = []
  for (let i = 0; i < 150; i++) {
    const x = kit.between(0, 1920)
    const y = kit.between(430, 1070)
    const d = Math.hypot((x - CX) / (RX + 90), (y - CY) / (RY + 64))
    if (d > 1 && (y < 520 || y > 880 || d > 1.55)) trees.push([x, y, 0.35 + (y - 400) / 640])
  }
  trees.sort((a, b) => a[1] - b[1])
  const back = trees.filter((t) => t[1] < CY)
  const front = trees.filter((t) => t[1] >= CY)
  const draw = (list: typeof trees) =>
    list.map(([x, y, s]) => tree(x, y, s, kit.pick(['#4f7568', '#5d8474', '#3f645a']))).join('')
  out += draw(back)
  // A lawn, the beamlines behind, the ring, the beamlines in front.
  out += ellipse(CX, CY + 30, RX + 96, RY + 74, '#a9bfae')
  const beams = [200, 238, 276, 314, 352, 30, 68, 106, 148]
  const beam = (deg: number) => {
    const [x, top] = on(deg, 0.97)
    const y = top + 28
    const t = (deg * Math.PI) / 180
    const l = Math.hypot(-Math.sin(t) * RX, Math.cos(t) * RY)
    const far = 440 + (Math.cos(t * 3) + 1) * 30
    const k = (far / RX) * (l > 300 ? 0.98 : 1.1)
    const ex = x - Math.sin(t) * RX * k
    const ey = y + Math.cos(t) * RY * k
    return (
      line(x, y + 12, ex, ey + 14, '#4d6a62', 7, 'opacity=".35"') +
      line(x, y, ex, ey, '#fdfbf2', 9) +
      line(x, y, ex, ey, '#c8442f', 2.5) +
      rect(ex - 24, ey - 20, 48, 34, '#f4efe2') +
      rect(ex - 24, ey + 2, 48, 14, '#8a9b95') +
      circle(ex, ey - 4, 12, '#c8442f')
    )
  }
  out += beams.map(beam).join('')
  out += ellipse(CX, CY + 52, RX + 8, RY + 6, '#33504a', 'opacity=".35"')
  out += path(
    `M${CX - RX} ${CY}A${RX} ${RY} 0 0 0 ${CX + RX} ${CY}V${CY + 40}A${RX} ${RY} 0 0 1 ${CX - RX} ${CY + 40}Z`,
    '#9fb0aa',
  )
  out += times(46, (i) => {
    const [x, y] = on(4 + i * 3.74)
    return rect(x - 5, y + 12, 10, 16, '#4f6a68')
  })
  out +=
    ellipse(CX, CY, RX, RY, '#fbf8ee') +
    ellipse(CX, CY, RX * 0.86, RY * 0.86, 'none', 'stroke="#d9d8cc" stroke-width="4"')
  out += times(48, (i) => {
    const a = on(i * 7.5, 0.99)
    const b = on(i * 7.5, 0.7)
    return line(a[0], a[1], b[0], b[1], '#e2dfd2', 3)
  })
  const hole = (y: number, fill: string) => ellipse(CX, CY + y, RX * 0.68, RY * 0.66, fill)
  out +=
    hole(0, '#7f938d') +
    `<clipPath id="hole">${hole(0, '#000')}</clipPath><g clip-path="url(#hole)">${hole(34, '#a9bfae')}${ellipse(CX, CY + 60, 150, 54, '#8fae9b')}${times(12, (i) => tree(CX - 190 + i * 36, CY + 66 + (i % 3) * 22, 0.62, i % 2 ? '#5d8474' : '#4f7568'))}</g>`
  out +=
    block(170, 640, 130, 60, 34) +
    block(1650, 600, 150, 60, 34) +
    block(250, 985, 170, 70, 44) +
    block(1600, 960, 130, 60, 40)
  return out + draw(front)
}
