import { line, type Point, poly, rect, smooth, stroke, times } from '../kit.ts'

// Along the bridge, and across it, on the sheet.
const A: Point = [40, 1010]
const B: Point = [1880, 130]
export const L = Math.hypot(B[0] - A[0], B[1] - A[1])
export const U: Point = [(B[0] - A[0]) / L, (B[1] - A[1]) / L]
const V: Point = [-U[1], U[0]]
export const T1 = 0.24
export const T2 = 0.76

export const point = (t: number, across: number, up = 0): Point => [
  A[0] + (B[0] - A[0]) * t + V[0] * across,
  A[1] + (B[1] - A[1]) * t + V[1] * across - up,
]

/** Height of the main cable over the deck. */
const sag = (t: number, tall: number) => {
  if (t < T1) return tall * (t / T1) ** 1.5
  if (t > T2) return tall * ((1 - t) / (1 - T2)) ** 1.5
  const u = (t - 0.5) / (0.5 - T1)
  return 16 + (tall - 16) * u * u
}

export function frame(
  mid: number,
  half: number,
  tall: number,
  cable: string,
  tower: string,
  front: string,
) {
  let out = ''
  for (const side of [-half, half]) {
    const pts = Array.from({ length: 61 }, (_, i) => point(i / 60, mid + side, sag(i / 60, tall)))
    out += times(59, (i) => {
      const t = (i + 1) / 60
      const [x, y] = point(t, mid + side, 0)
      const [a, b] = point(t, mid + side, sag(t, tall))
      return line(x, y, a, b, cable, 1.8, 'opacity=".8"')
    })
    out += stroke(smooth(pts), cable, 6)
  }
  for (const t of [T2, T1]) {
    const [lx, ly] = point(t, mid - half - 8)
    const [rx, ry] = point(t, mid + half + 8)
    for (const k of [0.42, 1])
      out += poly(
        [
          [lx, ly - tall * k - 10],
          [rx, ry - tall * k - 10],
          [rx, ry - tall * k + 16],
          [lx, ly - tall * k + 16],
        ],
        tower,
      )
    out +=
      rect(lx - 13, ly - tall - 24, 26, tall + 92, tower) +
      rect(rx - 13, ry - tall - 24, 26, tall + 92, front) +
      rect(rx + 1, ry - tall - 24, 12, tall + 92, tower)
  }
  return out
}
