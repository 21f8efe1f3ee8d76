import {
  at,
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  mix,
  n,
  path,
  rect,
  stroke,
  times,
} from '../kit.ts'
import { person } from '../motifs.ts'

/** A tiled roof with upturned corners; (x, y) is the middle of its eaves. */
const roof = (x: number, y: number, half: number, h: number, fill: string, edge: string) =>
  path(
    `M${n(x - half - 46)} ${n(y - 26)}C${n(x - half - 10)} ${n(y - 2)} ${n(x - half + 30)} ${n(y)} ${n(x - half + 80)} ${n(y)}H${n(x + half - 80)}C${n(x + half - 30)} ${n(y)} ${n(x + half + 10)} ${n(y - 2)} ${n(x + half + 46)} ${n(y - 26)}C${n(x + half - 10)} ${n(y - 24)} ${n(x + half * 0.86)} ${n(y - h * 0.6)} ${n(x + half * 0.8)} ${n(y - h)}H${n(x - half * 0.8)}C${n(x - half * 0.86)} ${n(y - h * 0.6)} ${n(x - half + 10)} ${n(y - 24)} ${n(x - half - 46)} ${n(y - 26)}Z`,
    fill,
  ) +
  stroke(
    times(
      Math.floor(half / 11),
      (i) =>
        `M${n(x - half * 0.78 + (i * half * 1.56) / Math.floor(half / 11))} ${n(y - h + 4)}v${n(h - 8)}`,
    ),
    edge,
    2.5,
    'opacity=".45"',
  ) +
  rect(x - half * 0.8 - 8, y - h - 7, half * 1.6 + 16, 9, edge) +
  stroke(
    `M${n(x - half - 46)} ${n(y - 26)}C${n(x - half - 10)} ${n(y - 1)} ${n(x - half + 30)} ${n(y + 2)} ${n(x - half + 80)} ${n(y + 2)}H${n(x + half - 80)}C${n(x + half - 30)} ${n(y + 2)} ${n(x + half + 10)} ${n(y - 1)} ${n(x + half + 46)} ${n(y - 26)}`,
    '#f6b57a',
    4,
  )

const lantern = (x: number, y: number, r: number) =>
  circle(x, y, r * 2.1, '#f0563f', 'opacity=".2"') +
  ellipse(x, y, r, r * 0.84, '#e2412f') +
  ellipse(x, y, r * 0.45, r * 0.84, '#f6834e') +
  rect(x - r * 0.4, y - r, r * 0.8, 4, '#ffd27d') +
  rect(x - r * 0.4, y + r * 0.78, r * 0.8, 4, '#ffd27d') +
  line(x, y + r, x, y + r * 1.7, '#ffd27d', 2)

function storey(kit: Kit, x: number, y: number, half: number, h: number, wall: string): string {
  const bays = Math.max(3, Math.round((half * 2) / 92))
  const step = (half * 2) / bays
  let out = rect(x - half, y - h, half * 2, h, wall)
  for (let i = 0; i < bays; i++) {
    const bx = x - half + i * step + 9
    const w = step - 18
    const lit = kit.pick(['#ffd27d', '#ffc063', '#f6a85a', '#ffdf9c', '#c8647a'])
    out += rect(bx, y - h + 16, w, h - 40, lit)
    const kind = kit.rnd()
    if (kind > 0.66)
      out += stroke(
        `M${n(bx + w / 3)} ${n(y - h + 16)}v${h - 40}M${n(bx + (w * 2) / 3)} ${n(y - h + 16)}v${h - 40}M${n(bx)} ${n(y - h / 2)}h${n(w)}`,
        wall,
        4,
      )
    else if (kind > 0.33)
      out += stroke(
        `M${n(bx + w / 2)} ${n(y - h + 16)}v${h - 40}M${n(bx)} ${n(y - h + 36)}h${n(w)}`,
        wall,
        5,
      )
    else
      out +=
        path(`M${n(bx)} ${n(y - h + 16)}h${n(w)}v18q${n(-w / 2)} 20 ${n(-w)} 0Z`, wall) +
        stroke(
          `M${n(bx + w * 0.3)} ${n(y - h + 30)}V${n(y - 24)}M${n(bx + w * 0.7)} ${n(y - h + 30)}V${n(y - 24)}`,
          wall,
          3,
        )
  }
  for (let i = 0; i <= bays; i++) out += rect(x - half + i * step - 5, y - h, 10, h, '#231c46')
  return out
}

export function stiltTown(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#2b2855', '#5a3c68')
  // The rock the whole thing leans on.
  out +=
    path('M-10 240C200 120 420 110 640 96H1290C1500 110 1720 130 1930 220V1090H-10Z', '#2a2450') +
    times(60, () => {
      const x = kit.between(0, 1920)
      const y = kit.between(200, 1060)
      return path(
        `M${n(x)} ${n(y)}l${n(kit.between(20, 70))} ${n(kit.between(-26, 6))}l${n(kit.between(10, 40))} ${n(kit.between(20, 50))}l${n(kit.between(-80, -30))} ${n(kit.between(-6, 16))}Z`,
        kit.pick(['#352c5f', '#221d45', '#3d3268']),
      )
    })
  out += times(16, (i) =>
    circle(
      kit.pick([60, 150, 1780, 1860, 250, 1680]) + kit.between(-50, 50),
      250 + i * 44,
      kit.between(24, 44),
      kit.pick(['#23304f', '#2d3d5c', '#1d2745']),
    ),
  )
  // The street on top: lamps and a bus.
  out +=
    rect(-10, 104, 1940, 18, p.ink) +
    times(
      8,
      (i) =>
        line(150 + i * 232, 104, 150 + i * 232, 26, p.ink, 6) +
        circle(150 + i * 232, 26, 11, p.light) +
        circle(150 + i * 232, 26, 34, p.light, 'opacity=".22"'),
    )
  out +=
    rect(1046, 42, 240, 58, '#d9482b', 'rx="10"') +
    times(6, (i) => rect(1058 + i * 37, 50, 28, 24, p.light)) +
    circle(1096, 102, 12, p.ink) +
    circle(1236, 102, 12, p.ink) +
    times(26, (i) => rect(14 + i * 76, 84, 4, 22, p.ink)) +
    rect(-10, 84, 1940, 3, p.ink)
  // Terraces from the top, each wider and nearer.
  const tiers = 8
  for (let t = 0; t < tiers; t++) {
    const y = 262 + t * 118
    const half = 330 + t * 62
    const shift = [0, -46, 40, -26, 50, -40, 24, 0][t] ?? 0
    const x = 960 + shift
    const wall = mix('#5f3d68', '#35244f', t / tiers)
    const tile = mix('#75588f', '#4d3d7c', t / tiers)
    // A wing a little lower or higher at one side.
    const side = t % 2 ? -1 : 1
    const wx = x + side * (half + 96)
    out += times(6, (i) =>
      line(wx - 90 + i * 36, y + 20, wx - 92 + i * 36 + kit.between(-6, 6), y + 150, '#1a1638', 8),
    )
    out +=
      storey(kit, wx, y + 30, 110, 88, mix(wall, '#1d1c3f', 0.3)) +
      rect(wx - 124, y + 26, 248, 9, '#1a1638') +
      roof(wx, y - 52, 122, 44, tile, '#1a1638')
    out += storey(kit, x, y + 6, half, 84, wall)
    out +=
      rect(x - half - 26, y + 4, half * 2 + 52, 9, '#1a1638') +
      times(Math.floor(half / 9), (i) =>
        rect(
          x - half - 22 + i * ((half * 2 + 44) / Math.floor(half / 9)),
          y - 18,
          3,
          24,
          '#1a1638',
        ),
      ) +
      rect(x - half - 26, y - 20, half * 2 + 52, 5, '#c8784a')
    for (let k = 0; k < 3 + t; k++)
      out += at(
        x + kit.between(-half + 30, half - 30),
        y + 4,
        kit.between(0.4, 0.5),
        person('#12122c', kit.pick(['stand', 'look', 'walk'] as const)),
      )
    out += times(Math.floor(half / 20), (i) =>
      line(
        x - half + 10 + i * 40,
        y + 12,
        x - half + 10 + i * 40 + (i % 2 ? 10 : -10),
        y + 40,
        '#1a1638',
        6,
      ),
    )
    const gable = t % 3 === 1
    if (gable)
      out +=
        storey(kit, x - half * 0.35, y - 92, 96, 62, mix(wall, '#8d5a80', 0.25)) +
        roof(x - half * 0.35, y - 146, 112, 38, tile, '#1a1638')
    out += roof(x, y - 74, half + 8, gable ? 34 : 40, tile, '#1a1638')
    const count = Math.floor(half / 46)
    out += times(count, (i) =>
      lantern(
        x - half + 30 + (i * (half * 2 - 60)) / (count - 1),
        y - 50 + (i % 2) * 5,
        11 + t * 0.7,
      ),
    )
  }
  return out + rect(0, 0, 1920, 12, '#2b2855')
}
