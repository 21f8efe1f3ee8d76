import { at, circle, clip, ellipse, type Kit, path, poly, stroke, times } from '../kit.ts'

export function bowl(kit: Kit): string {
  const rim = 236
  let out = path(
    `M${-rim} 0C${-rim} 130 -130 205 -104 205H104C130 205 ${rim} 130 ${rim} 0Z`,
    '#fbf4e2',
  )
  out += path(`M60 205H104C130 205 ${rim} 130 ${rim} 0H190C180 110 110 180 60 205Z`, '#d9c7ad')
  out += stroke(`M${-rim + 12} 46C-150 96 150 96 ${rim - 12} 46`, '#33405a', 9)
  out += times(9, (i) => circle(-160 + i * 40, 112 - Math.abs(i - 4) * 5, 8, '#d9482b'))
  out += ellipse(0, 0, rim, 74, '#fff9ea') + ellipse(0, 4, rim - 20, 62, '#a82a1b')
  out += clip(
    kit,
    ellipse(0, 4, rim - 20, 62, '#000'),
    ellipse(20, 14, 190, 50, '#d4472a') +
      times(13, (i) =>
        stroke(
          `M${-150 + i * 12} ${-8 + (i % 4) * 9}q60 ${30 - i * 3} ${130 + (i % 3) * 20} ${4 - i}`,
          i % 2 ? '#f7d58e' : '#eebb66',
          9,
          'stroke-linecap="round"',
        ),
      ) +
      times(16, () =>
        circle(kit.between(-190, 190), kit.between(-38, 52), kit.between(3, 9), '#f08a3c'),
      ) +
      times(14, () =>
        circle(kit.between(-120, 170), kit.between(-20, 44), 5, kit.pick(['#fff3d0', '#5a1a14'])),
      ),
  )
  const leaf = (x: number, y: number, turn: number, s: number) =>
    at(
      x,
      y,
      s,
      path('M0 0C10-34 54-48 92-20C80 18 30 26 0 0Z', '#3f7d4e') +
        stroke('M4 0C30-14 56-18 84-18', '#cfe0ae', 4),
      turn,
    )
  return out + leaf(-196, 8, -24, 1.2) + leaf(-176, 26, 10, 1) + leaf(96, 14, -16, 1.15)
}

/** Noodles hanging from a pair of chopsticks into the bowl. */
export function lift(): string {
  let out = ''
  for (let i = 0; i < 11; i++) {
    const top = -34 + i * 7
    const low = -78 + i * 15
    out += stroke(
      `M${top} -300C${top - 6} -200 ${low + (i % 2 ? 16 : -16)} -120 ${low} ${8 - Math.abs(i - 5) * 2}`,
      i % 2 ? '#f9dc9c' : '#eab760',
      9.5,
      'stroke-linecap="round"',
    )
  }
  return (
    poly(
      [
        [-70, -290],
        [-64, -304],
        [620, -478],
        [624, -452],
      ],
      '#5b2c22',
    ) +
    out +
    poly(
      [
        [-80, -312],
        [-74, -326],
        [600, -548],
        [606, -522],
      ],
      '#7a3d2a',
    )
  )
}
