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
  poly,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'
import { person } from '../motifs.ts'

const CX = 960
const CY = 560

/** The outline of the hall at a distance: 1 is the front, 0 the vanishing point. */
const arch = (k: number) => {
  const w = 1240 * k
  const floor = CY + 520 * k
  const spring = CY - 140 * k
  return `M${n(CX - w)} ${n(floor)}V${n(spring)}C${n(CX - w)} ${n(spring - 720 * k)} ${n(CX + w)} ${n(spring - 720 * k)} ${n(CX + w)} ${n(spring)}V${n(floor)}Z`
}

function arm(jade: string, light: string, dark: string): string {
  const seg = (x1: number, y1: number, x2: number, y2: number, w: number) =>
    line(x1, y1, x2, y2, dark, w + 14, 'stroke-linecap="round"') +
    line(x1, y1, x2, y2, jade, w, 'stroke-linecap="round"') +
    line(
      x1 - w * 0.18,
      y1,
      x2 - w * 0.18,
      y2 - w * 0.1,
      light,
      w * 0.16,
      'stroke-linecap="round" opacity=".8"',
    )
  const joint = (x: number, y: number, r: number) =>
    circle(x, y, r, dark) + circle(x, y, r * 0.66, jade) + circle(x, y, r * 0.26, light)
  return (
    path('M-120 0H120L84-66H-84Z', dark) +
    rect(-70, -130, 140, 70, jade) +
    rect(-70, -130, 30, 70, light, 'opacity=".6"') +
    seg(0, -150, -112, -386, 66) +
    seg(-112, -386, 130, -540, 50) +
    seg(130, -540, 250, -450, 32) +
    joint(0, -146, 54) +
    joint(-112, -386, 46) +
    joint(130, -540, 36) +
    path('M232-452L286-486L300-398L280-392L274-440L250-424L262-372L242-376Z', dark)
  )
}

const pod = (p: Kit['p']) =>
  ellipse(0, 2, 160, 16, p.ink, 'opacity=".5"') +
  path(
    'M-150-30C-156-120-110-172-20-176H40C110-172 152-120 150-30Q150-14 134-14H-134Q-150-14-150-30Z',
    p.light,
  ) +
  path('M-116-86C-106-134-76-152-22-154V-80H-118Z M0-154H36C80-152 112-128 122-80H0Z', p.hills[3]) +
  path('M-100-90C-94-128-72-142-50-146L-76-86Z', '#fff', 'opacity=".3"') +
  rect(-150, -60, 300, 12, p.sun) +
  circle(-88, -14, 32, p.ink) +
  circle(88, -14, 32, p.ink) +
  circle(-88, -14, 14, p.hills[0]) +
  circle(88, -14, 14, p.hills[0]) +
  rect(-30, -196, 70, 20, p.ink, 'rx="8"')

export function exhibitionHall(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, p.hills[3], p.hills[3])
  const steps = 12
  for (let i = 0; i <= steps; i++) {
    const k = 1.06 * 0.8 ** i
    const tone = i / steps
    const c =
      tone < 0.5
        ? mix(p.hills[3], '#a45a7c', tone * 2)
        : mix('#a45a7c', '#ffd9a8', (tone - 0.5) * 2)
    out += path(arch(k), c) + path(arch(k * 0.965), mix(c, p.ink, 0.28 * (1 - tone)))
    out += path(arch(k * 0.95), mix(c, p.hills[0], 0.22))
    // Skylights between this rib and the next.
    const a = k * 0.93
    const b = k * 0.83
    for (const s of [0]) {
      const y = (q: number) => CY - (680 - Math.abs(s) * 330) * q + 4
      out += poly(
        [
          [CX + (s - 0.12) * 1240 * a, y(a) + Math.max(0, -s) * 60 * a],
          [CX + (s + 0.12) * 1240 * a, y(a) + Math.max(0, s) * 60 * a],
          [CX + (s + 0.12) * 1240 * b, y(b) + Math.max(0, s) * 60 * b],
          [CX + (s - 0.12) * 1240 * b, y(b) + Math.max(0, -s) * 60 * b],
        ],
        mix('#f3a98f', '#fff0cc', tone),
        `opacity="${n(0.35 + tone * 0.6)}"`,
      )
    }
  }
  out += poly(
    [
      [CX - 90, CY + 38],
      [CX + 90, CY + 38],
      [1920 + 700, 1080],
      [-700, 1080],
    ],
    '#6a3f6c',
  )
  out += poly(
    [
      [CX - 40, CY + 38],
      [CX + 40, CY + 38],
      [1500, 1080],
      [420, 1080],
    ],
    '#8b5274',
  )
  out += times(9, (i) =>
    line(CX + (i - 4) * 22, CY + 38, CX + (i - 4) * 420, 1080, p.hills[3], 3, 'opacity=".45"'),
  )
  // Far visitors, the stage, what stands on it.
  for (const [x, y, h] of [
    [760, 690, 90],
    [800, 694, 96],
    [1180, 688, 88],
    [1262, 700, 104],
    [1226, 702, 70],
    [880, 650, 54],
    [1056, 648, 50],
  ] as const)
    out += at(x, y, h / 100, person(p.hills[2]))
  out +=
    ellipse(CX, 866, 470, 84, p.ink) +
    ellipse(CX, 842, 470, 84, '#e9a98a') +
    ellipse(CX, 838, 444, 74, p.light) +
    ellipse(CX, 838, 330, 50, '#f3b184')
  out +=
    ring(CX, 838, 1, p.light, 1) +
    at(860, 838, 1, arm('#3f9f92', '#a5dccb', '#14454a')) +
    at(1180, 838, 0.98, pod(p))
  const front: [number, number, number, 'stand' | 'walk' | 'look'][] = [
    [330, 1010, 290, 'stand'],
    [402, 1020, 300, 'look'],
    [520, 960, 232, 'walk'],
    [600, 1044, 300, 'stand'],
    [1330, 1030, 296, 'stand'],
    [1470, 980, 240, 'walk'],
    [1560, 1030, 300, 'look'],
  ]
  for (const [x, y, h, pose] of front) out += at(x, y, h / 100, person(p.ink, pose), 0, x > 1500)
  out +=
    at(1258, 1036, 1.9, person(p.ink)) +
    stroke('M1246 900L1196 862', p.ink, 13, 'stroke-linecap="round"')
  return out
}
