import { at, circle, clip, ellipse, type Kit, n, path, polar, rect, stroke, times } from '../kit.ts'

export const leaf = (c: string, rib: string) =>
  path('M0 0C22-34 74-36 110-6C80 26 26 30 0 0Z', c) +
  path('M0 0C30-8 70-12 110-6C80 26 26 30 0 0Z', rib, 'opacity=".35"') +
  stroke('M4 0C36-8 72-10 100-6', rib, 3)

export const orange = (r: number, c: string, lit: string, shade: string) =>
  circle(0, 0, r, c) +
  path(
    `M${n(-r)} 0A${r} ${r} 0 0 0 ${n(r * 0.8)} ${n(r * 0.6)}A${n(r * 1.2)} ${n(r * 1.2)} 0 0 1 ${n(-r)} 0Z`,
    shade,
  ) +
  ellipse(-r * 0.36, -r * 0.4, r * 0.26, r * 0.16, lit, 'transform="rotate(-36)"') +
  circle(r * 0.1, -r * 0.3, r * 0.09, '#5f7f3f') +
  times(7, (i) =>
    circle(Math.cos(i * 2.2) * r * 0.6, Math.sin(i * 1.7) * r * 0.56, r * 0.035, shade),
  )

export const tangerine = (r: number) =>
  ellipse(0, 0, r, r * 0.74, '#d9492b') +
  path(`M${-r} 0A${r} ${r * 0.74} 0 0 0 ${r} 0A${r * 1.3} ${r * 0.7} 0 0 1 ${-r} 0Z`, '#a83420') +
  ellipse(-r * 0.4, -r * 0.3, r * 0.24, r * 0.12, '#f9a07a', 'transform="rotate(-24)"') +
  ellipse(0, -r * 0.42, r * 0.3, r * 0.12, '#b83b24') +
  circle(0, -r * 0.44, r * 0.08, '#4f7a3f')

export function basket(kit: Kit): string {
  const body = 'M-330 0C-300 180-210 420-150 520H150C210 420 300 180 330 0Z'
  let weave = rect(-340, -10, 680, 560, '#b8864a')
  for (let r = 0; r < 15; r++) {
    const y = r * 37
    const half = 330 - r * 12.6
    const count = 13
    for (let c = 0; c < count; c++) {
      const x = -half + (c * half * 2) / count
      const w = (half * 2) / count
      weave +=
        (r + c) % 2
          ? path(
              `M${n(x - 3)} ${y + 4}q${n(w / 2 + 3)} -9 ${n(w + 6)} 0v26q${n(-w / 2 - 3)} -9 ${n(-w - 6)} 0Z`,
              r % 3 === 1 ? '#e2bd7e' : '#d6a961',
            )
          : rect(x + w * 0.24, y, w * 0.52, 37, '#8f6232')
    }
  }
  let out = clip(
    kit,
    path(body, '#000'),
    weave + path('M100-10C90 200 60 400 40 530H340V-10Z', '#5f3b1c', 'opacity=".28"'),
  )
  out +=
    path('M-346-26C-200 26 200 26 346-26L336 26C200 78-200 78-336 26Z', '#a06f38') +
    stroke(
      times(26, (i) => `M${n(-330 + i * 26)} ${n(-18 + Math.sin((i / 25) * Math.PI) * 34)}l16 44`),
      '#e2bd7e',
      9,
    ) +
    path('M-160 506C-60 526 60 526 160 506L156 538C60 556-60 556-156 538Z', '#8f6232')
  return out
}

export function pomelo(): string {
  return (
    path(
      'M0-250C46-248 62-190 90-130C150-70 190 0 190 84C190 190 104 250 0 250C-104 250-190 190-190 84C-190 0-150-70-90-130C-62-190-46-248 0-250Z',
      '#d8c34e',
    ) +
    path(
      'M0-250C46-248 62-190 90-130C150-70 190 0 190 84C190 190 104 250 0 250C-40 250-80 240-112 222C20 220 110 150 100 40C92-60 30-140 0-250Z',
      '#b09a35',
    ) +
    ellipse(-92, -6, 26, 74, '#f1e58e', 'transform="rotate(20 -92 -6)"') +
    times(22, (i) => circle(-130 + ((i * 71) % 260), -60 + ((i * 47) % 270), 4, '#a8922f')) +
    path('M-10-246q10-26 4-44h18q4 22-4 44Z', '#5f4a24') +
    at(4, -262, 1.1, leaf('#2f7a4a', '#a9d09a'), -14) +
    at(0, -262, 0.9, leaf('#3f8a56', '#a9d09a'), 200)
  )
}

export const half = (kit: Kit) =>
  circle(8, 12, 190, '#0d3232', 'opacity=".3"') +
  circle(0, 0, 190, '#d8c34e') +
  circle(0, 0, 178, '#fbf3d2') +
  times(12, (i) => {
    const a = i * 30
    const [x1, y1] = polar(0, 0, 138, a - 12.4)
    const [x2, y2] = polar(0, 0, 138, a + 12.4)
    const [ix, iy] = polar(0, 0, 24, a)
    return (
      path(
        `M${n(ix)} ${n(iy)}L${n(x1)} ${n(y1)}A138 138 0 0 1 ${n(x2)} ${n(y2)}Z`,
        i % 2 ? '#f0a08a' : '#eb8f7c',
        'stroke="#fbe6cf" stroke-width="3" stroke-linejoin="round"',
      ) +
      times(5, () => {
        const [x, y] = polar(0, 0, kit.between(60, 126), a + kit.between(-7, 7))
        return path(
          `M${n(x)} ${n(y)}q7-8 2-18q-12 6-2 18Z`,
          '#fbd0bd',
          `transform="rotate(${a + 90} ${n(x)} ${n(y)})"`,
        )
      })
    )
  }) +
  circle(0, 0, 17, '#fbf3d2')
