import {
  circle,
  H,
  type Kit,
  line,
  n,
  type Point,
  path,
  rect,
  smooth,
  stroke,
  times,
  W,
} from './kit.ts'

/** A range of hills across the sheet, filled to the bottom. */
export function ridge(kit: Kit, base: number, amp: number, fill: string, steps = 9, more = '') {
  const points: Point[] = []
  for (let i = 0; i <= steps; i++) {
    points.push([(i / steps) * (W + 80) - 40, base + kit.between(-amp, amp)])
  }
  return path(`${smooth(points)}L${W + 40} ${H + 10}L-40 ${H + 10}Z`, fill, more)
}

/** Lit windows in a wall; `share` of them are lit. */
export function windows(
  kit: Kit,
  box: { x: number; y: number; w: number; h: number },
  color: string,
  step: number,
  share = 0.45,
) {
  let out = ''
  const columns = Math.max(1, Math.floor((box.w - step * 0.5) / step))
  const left = box.x + (box.w - columns * step) / 2 + step * 0.27
  for (let y = box.y + step; y < box.y + box.h - step; y += step * 1.45) {
    for (let i = 0; i < columns; i++) {
      if (kit.rnd() > share) continue
      const o = kit.between(0.4, 0.95).toFixed(2)
      out += rect(left + i * step, y, step * 0.46, step * 0.7, color, `opacity="${o}"`)
    }
  }
  return out
}

export function tower(
  kit: Kit,
  x: number,
  ground: number,
  w: number,
  h: number,
  fill: string,
  lit: string,
  share = 0.4,
) {
  const y = ground - h
  const top = kit.rnd()
  const roof =
    top > 0.78
      ? path(`M${n(x)} ${n(y + 1)}l${n(w / 2)} ${n(-w * 0.8)}l${n(w / 2)} ${n(w * 0.8)}Z`, fill)
      : top > 0.55
        ? rect(x + w * 0.44, y - w * 0.9, w * 0.12, w, fill)
        : top > 0.35
          ? rect(x + w * 0.2, y - w * 0.22, w * 0.6, w * 0.3, fill)
          : ''
  return (
    rect(x, y, w, h, fill) + roof + windows(kit, { x, y, w, h }, lit, Math.max(11, w / 6), share)
  )
}

/** A row of towers between two points, from `low` to `high`. */
export function towers(
  kit: Kit,
  ground: number,
  [from, to]: Point,
  count: number,
  [low, high]: Point,
  fill: string,
  lit: string,
  share = 0.4,
) {
  return times(count, (i) => {
    const w = kit.between(44, 92)
    const x = from + ((i + kit.between(0, 0.8)) / count) * (to - from)
    return tower(kit, x, ground, w, kit.between(low, high), fill, lit, share)
  })
}

export function ripples(
  kit: Kit,
  [x0, y0]: Point,
  [x1, y1]: Point,
  count: number,
  color: string,
  opacity = 0.6,
) {
  return times(count, () => {
    const y = kit.between(y0, y1)
    const near = 0.4 + (0.9 * (y - y0)) / Math.max(1, y1 - y0)
    const l = kit.between(40, 200) * near
    const bend = kit.between(-6, 6)
    return stroke(
      `M${n(kit.between(x0, x1 - l))} ${n(y)}q${n(l / 2)} ${n(bend)} ${n(l)} 0`,
      color,
      1.6 + near * 1.8,
      `stroke-linecap="round" opacity="${(opacity * kit.between(0.5, 1)).toFixed(2)}"`,
    )
  })
}

/** Water across the whole sheet from `y` down. */
export const water = (y: number, amp: number, fill: string, more = '') =>
  path(
    `M-10 ${n(y)}C${W * 0.3} ${n(y - amp)} ${W * 0.6} ${n(y + amp)} ${W + 10} ${n(y - amp * 0.3)}V${H + 10}H-10Z`,
    fill,
    more,
  )

/** A long bank of mist with round ends. */
export const mistBand = (x: number, y: number, w: number, h: number, fill: string, opacity = 0.8) =>
  rect(x, y, w, h, fill, `rx="${n(h / 2)}" opacity="${opacity}"`)

/** Dots that shrink along a direction: the riso's half-tone. `size(u, v)` gives 0…1 of the pitch. */
export function halftone(
  box: { x: number; y: number; w: number; h: number },
  pitch: number,
  fill: string,
  size: (u: number, v: number) => number,
) {
  let d = ''
  const rows = Math.ceil(box.h / (pitch * 0.866))
  const columns = Math.ceil(box.w / pitch)
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const x = box.x + (i + (j % 2) / 2) * pitch
      const y = box.y + j * pitch * 0.866
      const r = Math.min(0.7, size((x - box.x) / box.w, (y - box.y) / box.h) * 0.7) * pitch
      if (r > 0.9)
        d += `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(r * 2)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-r * 2)} 0`
    }
  }
  return path(d, fill)
}

/** A person, 100 high with the feet at 0, 0, seen as a silhouette. */
export function person(color: string, pose: 'stand' | 'walk' | 'sit' | 'look' = 'stand') {
  const head = circle(pose === 'walk' ? 2 : 0, -91, 8, color)
  const torso = 'M-12 -76Q0 -86 12 -76L13 -44H-13Z'
  if (pose === 'sit')
    return (
      circle(0, -70, 8, color) +
      path('M-12 -56Q0 -64 12 -56L12 -26L30 -24L29 2H21L20 -12H-12Z', color)
    )
  if (pose === 'walk')
    return head + path(`${torso}M-12 -46H12L22 -2L14 0L0 -32L-14 0L-22 -3Z`, color)
  const arm =
    pose === 'look'
      ? stroke('M9 -72L24 -62L20 -86', color, 6, 'stroke-linecap="round" stroke-linejoin="round"')
      : ''
  return head + path(`${torso}M-12 -46H12L9 0H2L0 -36L-2 0H-9Z`, color) + arm
}

/** Rails, cables, bars: equal strokes between two edges. */
export const comb = (
  from: Point,
  to: Point,
  count: number,
  dx: number,
  dy: number,
  color: string,
  w: number,
) =>
  times(count + 1, (i) => {
    const x = from[0] + ((to[0] - from[0]) * i) / count
    const y = from[1] + ((to[1] - from[1]) * i) / count
    return line(x, y, x + dx, y + dy, color, w)
  })

/** A hanging fern frond: a bent rib with leaflets that shorten towards the tip at about 60, 130. */
export function frond(color: string, rib: string) {
  let out = stroke('M0 0C26 20 52 66 60 130', rib, 4, 'stroke-linecap="round"')
  for (let i = 1; i < 12; i++) {
    const t = i / 12
    const x = 78 * t * (1 - t) ** 2 + 156 * t * t * (1 - t) + 60 * t ** 3
    const y = 60 * t * (1 - t) ** 2 + 198 * t * t * (1 - t) + 130 * t ** 3
    const l = 34 * Math.sin(Math.PI * (0.2 + t * 0.78))
    out += path(
      `M${n(x)} ${n(y)}q${n(l * 0.7)} ${n(-l * 0.5)} ${n(l)} ${n(l * 0.12)}q${n(-l * 0.6)} ${n(l * 0.28)} ${n(-l)} ${n(-l * 0.12)}Z`,
      color,
    )
    out += path(
      `M${n(x)} ${n(y)}q${n(-l * 0.2)} ${n(l * 0.7)} ${n(-l * 0.75)} ${n(l * 0.78)}q${n(l * 0.1)} ${n(-l * 0.6)} ${n(l * 0.75)} ${n(-l * 0.78)}Z`,
      color,
    )
  }
  return out
}

/** A bunch of fronds, hanging from 0, 0. */
export const fern = (colors: readonly [string, string], rib: string) =>
  [-64, -40, -14, 12, 38]
    .map(
      (turn, i) =>
        `<g transform="rotate(${turn + 20})">${frond(i % 2 ? colors[0] : colors[1], rib)}</g>`,
    )
    .join('') +
  `<g transform="scale(-1 1)">${[30, 4].map((turn) => `<g transform="rotate(${turn - 20})">${frond(colors[0], rib)}</g>`).join('')}</g>`
