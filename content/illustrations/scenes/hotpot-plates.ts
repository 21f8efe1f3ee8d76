import {
  at,
  circle,
  ellipse,
  type Kit,
  line,
  path,
  polar,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'

export function plate(x: number, y: number, r: number, body: string): string {
  return (
    circle(x + 12, y + 18, r, '#1a070c', 'opacity=".45"') +
    circle(x, y, r, '#f6e6c8') +
    ring(x, y, r * 0.88, '#2f7f77', 5) +
    circle(x, y, r * 0.76, '#ecd3a8') +
    at(x, y, r / 100, body)
  )
}

export const tripe = (kit: Kit) =>
  times(7, (i) => {
    const y = -48 + i * 16
    const half = Math.sqrt(62 ** 2 - y ** 2)
    const waves = Math.floor(half / 9)
    return stroke(
      `M${-half} ${y}${times(waves, (k) => `q4.5 ${k % 2 ? 9 : -9} 18 0`).slice(0)}`,
      kit.pick(['#3d3330', '#54463f', '#2b2423']),
      11,
      'stroke-linecap="round"',
    )
  })

export const lotus = () =>
  [
    [-26, -20],
    [28, -26],
    [-4, 30],
    [42, 22],
  ]
    .map(
      ([x = 0, y = 0]) =>
        circle(x, y, 31, '#fbf3dc') +
        ring(x, y, 31, '#d7b98a', 3) +
        circle(x, y, 4, '#b98d5c') +
        times(7, (i) => {
          const [hx, hy] = polar(x, y, 18, i * 51.4)
          return circle(hx, hy, 5.4, '#b98d5c')
        }),
    )
    .join('')

export const greens = (kit: Kit) =>
  times(9, (i) =>
    at(
      kit.between(-14, 14),
      kit.between(-14, 14),
      1,
      path('M0 0C18-26 50-26 62 0C50 22 18 22 0 0Z', i % 2 ? '#5b9a5c' : '#2f7f50') +
        line(2, 0, 50, 0, '#d9e6b8', 3),
      i * 40 + kit.between(-10, 10),
    ),
  )

export const meat = (kit: Kit) =>
  times(8, (i) =>
    at(
      0,
      0,
      1,
      path('M8-16C34-26 56-18 62 0C54 18 30 20 8 14Z', i % 2 ? '#d9655a' : '#c44b48') +
        stroke('M16-8C34-14 46-8 54 0', '#f6d9c4', 5, 'stroke-linecap="round"'),
      i * 45 + kit.between(-6, 6),
    ),
  )

export const sesame = (kit: Kit) =>
  circle(0, 0, 64, '#d99a34') +
  path('M-48-24C-30-52 20-56 44-30C16-40-20-36-48-24Z', '#f4c766') +
  times(16, () =>
    rect(
      kit.between(-40, 36),
      kit.between(-34, 38),
      9,
      6,
      kit.pick(['#fff5d8', '#3f8a52']),
      `transform="rotate(${Math.round(kit.between(0, 90))})"`,
    ),
  )

export const mushrooms = (kit: Kit) =>
  times(8, (i) => {
    const [x, y] = polar(0, 0, i ? 40 : 0, i * 51)
    return (
      ellipse(x, y, 24, 22, '#7a4a33') +
      path(
        `M${x - 12} ${y}h24M${x} ${y - 12}v24`,
        'none',
        `stroke="#f0d6ad" stroke-width="5" stroke-linecap="round" transform="rotate(${Math.round(kit.between(0, 90))} ${x} ${y})"`,
      )
    )
  })
