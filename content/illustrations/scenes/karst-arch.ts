import { at, ground, type Kit, line, n, path, poly, rect, stroke, times } from '../kit.ts'
import { fern } from '../motifs.ts'

const roofed = (x: number, y: number, w: number, h: number) =>
  rect(x + 8, y, w - 16, h, '#f4e8c4') +
  times(Math.floor(w / 22), (i) => rect(x + 14 + i * 22, y + 6, 9, h - 12, '#7d4a2e')) +
  path(
    `M${x - 12} ${y + 4}Q${x + 6} ${y} ${x + 16} ${y - 24}H${x + w - 16}Q${x + w - 6} ${y} ${x + w + 12} ${y + 4}Z`,
    '#1d3f3c',
  ) +
  rect(x + 12, y - 28, w - 24, 6, '#0d2a2a')

export function karstArch(kit: Kit): string {
  let out = ground(kit, '#fdf6d8', '#dfeccb')
  // The second, farther wall, pale; a shaft of light before it.
  out += path(
    'M560 -10C620 140 700 220 720 360C740 520 700 640 760 760L700 1090H1500L1420 760C1460 600 1400 480 1420 330C1430 200 1500 80 1540 -10Z',
    '#c9dfb9',
  )
  out +=
    path(
      'M840 -10C860 180 930 300 920 460C910 600 880 700 900 820H1330C1310 640 1360 500 1330 340C1310 200 1340 100 1350 -10Z',
      '#e6f0cf',
    ) +
    path(
      'M960 -10C980 100 1010 190 1000 300C1060 330 1150 320 1200 280C1190 180 1220 80 1226 -10Z',
      '#fdf8df',
    )
  out += times(22, (i) =>
    stroke(
      `M${n(kit.between(740, 1400))} ${40 + i * 34}c${n(kit.between(-10, 10))} 40 ${n(kit.between(-10, 10))} 60 ${n(kit.between(-14, 14))} 90`,
      i % 2 ? '#b5d0a6' : '#d5e6c2',
      kit.between(6, 14),
      'stroke-linecap="round"',
    ),
  )
  out +=
    path('M700 700C800 640 900 690 1000 670C1140 640 1280 690 1440 660V1090H680Z', '#9cc49c') +
    path('M680 800C860 740 1000 790 1130 770C1280 750 1380 780 1460 770V1090H680Z', '#74a884')
  out +=
    poly(
      [
        [1160, -10],
        [1420, -10],
        [1080, 1000],
        [720, 1000],
      ],
      '#fffbe0',
      'opacity=".55"',
    ) +
    poly(
      [
        [1240, -10],
        [1350, -10],
        [980, 1000],
        [850, 1000],
      ],
      '#fffdf0',
      'opacity=".6"',
    )
  // The courtyard on the floor, very small.
  out +=
    path('M620 930C820 890 1200 890 1460 940V1090H620Z', '#4f8a6a') +
    path('M900 1000C880 960 1000 946 1060 940L1090 946C1060 970 1010 990 1040 1090H960Z', '#e9dcae')
  out +=
    poly(
      [
        [900, 884],
        [1160, 884],
        [1204, 944],
        [856, 944],
      ],
      '#e9dcae',
    ) +
    roofed(916, 838, 226, 40) +
    roofed(846, 872, 84, 56) +
    roofed(1130, 872, 84, 56) +
    roofed(870, 914, 120, 40) +
    roofed(1070, 914, 120, 40) +
    rect(1000, 916, 60, 38, '#8a4a2e') +
    path('M986 918q44-20 88 0l-14-24h-60Z', '#1d3f3c')
  out += stroke(
    'M1106 830C1130 780 1084 750 1108 700C1124 660 1096 630 1112 580',
    '#fffdf0',
    6,
    'stroke-linecap="round" opacity=".9"',
  )
  out += times(16, (i) =>
    path(
      `M${n(660 + i * 50 + kit.between(-12, 12))} ${n(964 + (i % 3) * 14)}q4-50 20-60q20 12 22 60Z`,
      i % 2 ? '#2f6b55' : '#3f8064',
    ),
  )
  // The arch: a dark keyhole in the rock.
  const hole =
    'M540 1090C600 960 566 880 620 790C660 720 622 640 650 560C676 470 720 440 740 370C770 280 850 210 960 190C1080 168 1200 200 1262 280C1310 340 1290 410 1330 470C1390 560 1440 590 1430 690C1424 780 1500 830 1520 920C1534 990 1560 1040 1580 1090Z'
  const back =
    'M600 1090C650 960 630 890 676 800C710 730 676 650 704 570C730 490 770 460 792 400C820 310 880 252 974 234C1080 214 1180 246 1226 312C1266 366 1250 430 1284 490C1340 580 1384 610 1376 700C1370 790 1440 840 1456 930C1468 990 1490 1040 1508 1090Z'
  out += `<path d="${hole}${back}" fill="#3f7460" fill-rule="evenodd"/>`
  out += times(26, (i) => {
    const t = i / 25
    const left = i % 2 === 0
    const y = 420 + t * 640
    const x = left ? 700 - t * 110 : 1300 + t * 190
    return line(
      x,
      y,
      x + kit.between(-14, 22),
      y + kit.between(30, 70),
      '#2b5a4a',
      7,
      'stroke-linecap="round"',
    )
  })
  out += `<path d="M-10 -10H1930V1090H-10Z${hole}" fill="#12332f" fill-rule="evenodd"/>`
  // Faces of the rock in two tones.
  const slab = (d: string, c: string) => path(d, c)
  out +=
    slab(
      'M-10 120C120 180 240 160 330 260C420 360 380 480 450 590C500 680 440 760 470 880C490 960 440 1020 430 1090H-10Z',
      '#1a443d',
    ) +
    slab(
      'M-10 420C80 450 160 470 210 560C270 670 220 760 260 870C280 950 250 1020 240 1090H-10Z',
      '#23554b',
    )
  out +=
    slab(
      'M1930 60C1800 120 1700 110 1640 220C1580 330 1640 420 1600 520C1570 610 1660 680 1640 790C1630 880 1700 960 1700 1090H1930Z',
      '#1a443d',
    ) +
    slab(
      'M1930 380C1850 420 1800 440 1780 540C1760 640 1810 700 1800 800C1790 900 1830 980 1830 1090H1930Z',
      '#23554b',
    ) +
    slab(
      'M560 -10C600 60 720 90 860 70C1020 50 1200 80 1380 60C1450 40 1500 10 1510 -10Z',
      '#1a443d',
    )
  out += times(54, () => {
    const left = kit.rnd() > 0.5
    const x = left ? kit.between(20, 520) : kit.between(1560, 1890)
    return stroke(
      `M${n(x)} ${n(kit.between(60, 1000))}c${n(kit.between(-16, 16))} 30 ${n(kit.between(-16, 16))} 60 ${n(kit.between(-20, 20))} ${n(kit.between(70, 130))}`,
      kit.pick(['#2f6b5a', '#0d2725', '#2b5f52']),
      kit.between(5, 11),
      'stroke-linecap="round" opacity=".8"',
    )
  })
  // Ferns and creepers at the upper edge.
  const leaves = fern(['#3f8a5f', '#1d5a45'], '#0d2725')
  for (const [x, y, s] of [
    [760, 340, 0.9],
    [900, 196, 1.2],
    [1050, 174, 1],
    [1190, 214, 1.15],
    [1290, 340, 0.8],
    [680, 470, 0.7],
  ] as const)
    out += at(x, y - 20, s, leaves)
  for (const [x, y, l] of [
    [840, 210, 190],
    [985, 186, 130],
    [1130, 190, 230],
    [1240, 250, 150],
    [780, 300, 120],
  ] as const)
    out +=
      stroke(`M${x} ${y}q10 ${l / 2} 0 ${l}`, '#1d5a45', 4) +
      times(Math.floor(l / 24), (i) =>
        path(
          `M${x + 4} ${y + 20 + i * 24}q${i % 2 ? 22 : -22}-4 ${i % 2 ? 20 : -20} 16q${i % 2 ? -18 : 18} 2 ${i % 2 ? -20 : 20}-16Z`,
          i % 2 ? '#3f8a5f' : '#2b7055',
        ),
      )
  return out
}
