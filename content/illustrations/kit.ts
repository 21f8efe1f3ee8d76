import type { Palette } from './palettes.ts'

export const W = 1920
export const H = 1080

export type Point = readonly [number, number]

/** What a scene draws with: its palette, its own random numbers, and names for clip paths. */
export interface Kit {
  p: Palette
  rnd: () => number
  between: (from: number, to: number) => number
  pick: <T>(list: readonly T[]) => T
  id: () => string
}

export function hash(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h >>> 0
}

/** Mulberry32: small, fast and the same on every machine. */
export function random(seed: number): () => number {
  let s = seed >>> 0
  return () => {
    s = (s + 0x6d2b79f5) >>> 0
    let t = Math.imul(s ^ (s >>> 15), 1 | s)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function createKit(p: Palette, seed: string): Kit {
  const rnd = random(hash(seed))
  let ids = 0
  return {
    p,
    rnd,
    between: (from, to) => from + rnd() * (to - from),
    pick: (list) => list[Math.floor(rnd() * list.length)] ?? (list[0] as never),
    id: () => `i${++ids}`,
  }
}

export const n = (value: number): string => String(Math.round(value * 10) / 10)

/** `times(3, f)` is f(0) + f(1) + f(2). */
export function times(count: number, draw: (i: number) => string): string {
  let out = ''
  for (let i = 0; i < count; i++) out += draw(i)
  return out
}

/** Transparency of one ink is much cheaper to draw than that of a whole element. */
const thin = (more: string, ink: 'fill' | 'stroke') =>
  ink === 'fill' && more.includes('stroke') ? more : more.replace(/\bopacity=/, `${ink}-opacity=`)

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${thin(more, 'fill')}/>`

export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${thin(more, 'fill')}/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${thin(more, 'fill')}/>`

export const path = (d: string, fill: string, more = '') =>
  `<path d="${d}" fill="${fill}" ${thin(more, 'fill')}/>`

export const stroke = (d: string, color: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${n(width)}" ${thin(more, 'stroke')}/>`

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  color: string,
  width: number,
  more = '',
) => stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, color, width, more)

export const poly = (points: readonly Point[], fill: string, more = '') =>
  path(`M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`, fill, more)

export const ring = (x: number, y: number, r: number, color: string, width: number, more = '') =>
  circle(x, y, r, 'none', `stroke="${color}" stroke-width="${n(width)}" ${more}`)

export const group = (more: string, body: string) => `<g ${more}>${body}</g>`

/** Moves, turns (degrees) and scales a drawing made around 0, 0. */
export const at = (x: number, y: number, scale: number, body: string, turn = 0, flip = false) =>
  `<g transform="translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''} scale(${
    flip ? -Math.round(scale * 1000) / 1000 : Math.round(scale * 1000) / 1000
  } ${Math.round(scale * 1000) / 1000})">${body}</g>`

/** Printed over what is below, as a second ink would be. */
export const overprint = (body: string, opacity = 1) =>
  `<g style="mix-blend-mode:multiply"${opacity < 1 ? ` opacity="${opacity}"` : ''}>${body}</g>`

export function clip(kit: Kit, shape: string, body: string): string {
  const id = kit.id()
  return `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">${body}</g>`
}

/** A soft line through points (Catmull-Rom), as the inside of a path's `d`. */
export function smooth(points: readonly Point[], closed = false): string {
  const count = points.length
  const get = (i: number): Point =>
    (closed ? points[(i + count) % count] : points[Math.max(0, Math.min(count - 1, i))]) ?? [0, 0]
  const [sx, sy] = get(0)
  let d = `M${n(sx)} ${n(sy)}`
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    d += `C${n(bx + (cx - ax) / 6)} ${n(by + (cy - ay) / 6)} ${n(cx - (dx - bx) / 6)} ${n(
      cy - (dy - by) / 6,
    )} ${n(cx)} ${n(cy)}`
  }
  return closed ? `${d}Z` : d
}

/** An uneven round: a leaf, a stone, a pool of oil. */
export function blob(
  kit: Kit,
  x: number,
  y: number,
  r: number,
  uneven = 0.15,
  corners = 9,
): string {
  const points: Point[] = []
  for (let i = 0; i < corners; i++) {
    const a = (i / corners) * Math.PI * 2
    const d = r * kit.between(1 - uneven, 1 + uneven)
    points.push([x + Math.cos(a) * d, y + Math.sin(a) * d])
  }
  return smooth(points, true)
}

export const polar = (x: number, y: number, r: number, degrees: number): Point => [
  x + r * Math.cos((degrees * Math.PI) / 180),
  y + r * Math.sin((degrees * Math.PI) / 180),
]

export function mix(a: string, b: string, share: number): string {
  const part = (c: string, i: number) => Number.parseInt(c.slice(1 + i * 2, 3 + i * 2), 16)
  const hex = (i: number) =>
    Math.round(part(a, i) + (part(b, i) - part(a, i)) * share)
      .toString(16)
      .padStart(2, '0')
  return `#${hex(0)}${hex(1)}${hex(2)}`
}

/** The whole sheet in one colour, or from the first to the second downwards. */
export function ground(kit: Kit, from: string = kit.p.sky[0], to: string = kit.p.sky[1]): string {
  if (from === to) return rect(0, 0, W, H, from)
  const id = kit.id()
  return `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>${rect(0, 0, W, H, `url(#${id})`)}`
}
