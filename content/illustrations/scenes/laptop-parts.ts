import { circle, ellipse, path, poly, rect, stroke, times } from '../kit.ts'

/** A laptop open towards us; `done` 0…4 is how far it has come along the belt. */
export function laptop(done: number): string {
  let out = ellipse(0, 8, 150, 14, '#1f2a31', 'opacity=".3"')
  out +=
    poly(
      [
        [-120, -40],
        [120, -40],
        [150, 4],
        [-150, 4],
      ],
      done < 1 ? '#73838c' : '#c9d0d2',
    ) +
    poly(
      [
        [-150, 4],
        [150, 4],
        [146, 14],
        [-146, 14],
      ],
      '#73838c',
    )
  if (done < 1)
    out +=
      rect(-96, -34, 60, 24, '#3f7d72') +
      rect(-26, -34, 54, 24, '#a9843f') +
      rect(38, -34, 60, 24, '#3a4a54') +
      circle(66, -22, 9, '#73838c')
  else
    out +=
      times(3, (r) =>
        times(11, (i) => rect(-108 + i * 19.8 - r * 3, -34 + r * 10, 16 + r * 0.5, 7, '#3a4a54')),
      ) +
      poly(
        [
          [-30, -4],
          [30, -4],
          [33, 3],
          [-33, 3],
        ],
        '#a9b4ba',
      )
  if (done >= 2)
    out += poly(
      [
        [-122, -40],
        [122, -40],
        [118, -204],
        [-118, -204],
      ],
      '#3a4a54',
    )
  else if (done === 1)
    out += poly(
      [
        [-122, -40],
        [122, -40],
        [119, -120],
        [-119, -120],
      ],
      '#5d6d76',
    )
  if (done === 2)
    out +=
      poly(
        [
          [-108, -52],
          [108, -52],
          [105, -192],
          [-105, -192],
        ],
        '#53666f',
      ) + stroke('M-40-100L0-140L40-100', '#73838c', 6)
  if (done >= 3)
    out +=
      poly(
        [
          [-110, -52],
          [110, -52],
          [106, -194],
          [-106, -194],
        ],
        '#bfe6e0',
      ) +
      poly(
        [
          [-110, -52],
          [-20, -52],
          [40, -194],
          [-106, -194],
        ],
        '#dff5ef',
      )
  if (done >= 4)
    out +=
      circle(36, -112, 30, '#8fcac4') + path('M-110-52L-50-112L-6-76L40-104L110-52Z', '#5aa79a')
  return out
}

export const carton = (c: string, d: string, tape: string) =>
  poly(
    [
      [-62, -20],
      [20, -34],
      [70, -16],
      [-10, 2],
    ],
    c,
  ) +
  poly(
    [
      [-62, -20],
      [-10, 2],
      [-10, 62],
      [-62, 38],
    ],
    d,
  ) +
  poly(
    [
      [-10, 2],
      [70, -16],
      [70, 40],
      [-10, 62],
    ],
    c,
  ) +
  poly(
    [
      [-10, 2],
      [70, -16],
      [70, 40],
      [-10, 62],
    ],
    '#1f2a31',
    'opacity=".12"',
  ) +
  poly(
    [
      [-26, -27],
      [-10, -30],
      [38, -9],
      [22, -5],
    ],
    tape,
  )
