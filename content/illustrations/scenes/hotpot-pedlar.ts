import {
  at,
  circle,
  ellipse,
  ground,
  type Kit,
  line,
  path,
  poly,
  rect,
  ring,
  stroke,
  times,
} from '../kit.ts'
import { ridge, ripples, water } from '../motifs.ts'

const DARK = '#15122e'
const RIM = '#f0905a'

/** A docker crouching on his heels, facing right. */
const croucher = (hat: boolean) =>
  circle(14, -176, 26, DARK) +
  (hat ? path('M-40-182L14-226L68-182Z', DARK) : path('M-14-180C-16-214 44-214 42-184Z', DARK)) +
  path(
    'M-10-152C-60-140-84-80-78-24L-66 0H60L66-18L30-26L82-84C90-104 70-116 50-104L36-96C44-120 40-148 20-154Z',
    DARK,
  ) +
  stroke('M26-140C50-118 80-120 120-128', DARK, 18, 'stroke-linecap="round"') +
  line(112, -130, 176, -112, RIM, 4) +
  stroke(
    'M40-188C44-172 40-160 32-152M36-140C44-126 46-112 40-100M84-88C78-74 56-50 38-28',
    RIM,
    5,
    'stroke-linecap="round"',
  )

export function pedlar(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#2b2850', '#9a4f6d')
  out += times(34, () =>
    circle(kit.between(0, 1920), kit.between(0, 330), kit.between(1.5, 3), p.light, 'opacity=".7"'),
  )
  out +=
    ridge(kit, 420, 40, '#5d4170', 6) +
    ridge(kit, 490, 24, '#46345f', 8) +
    water(560, 8, '#574a78') +
    ripples(kit, [0, 575], [1920, 760], 36, '#c8788a', 0.6)
  // The junk with a bare mast.
  out +=
    path('M1060 560C1130 640 1560 650 1720 520L1700 620C1660 690 1180 700 1100 640Z', '#231d45') +
    path('M1230 596C1240 520 1460 510 1480 590Z', '#312857') +
    times(5, (i) =>
      stroke(
        `M${1262 + i * 44} 590C${1264 + i * 44} 550 ${1266 + i * 42} 540 ${1272 + i * 40} 536`,
        '#231d45',
        4,
      ),
    )
  out +=
    poly(
      [
        [1352, 590],
        [1368, 590],
        [1366, 90],
        [1356, 90],
      ],
      '#231d45',
    ) +
    line(1360, 110, 1110, 640, '#231d45', 4) +
    line(1360, 110, 1690, 560, '#231d45', 4) +
    line(1300, 190, 1422, 176, '#231d45', 7) +
    rect(1560, 480, 8, 70, '#231d45') +
    circle(1564, 476, 10, p.light)
  // Wide stone steps down to the water.
  const tones = ['#3a2f57', '#453560', '#362b52', '#403159', '#2e264a', '#382d55', '#2a2244']
  out += times(
    7,
    (i) =>
      rect(-10, 690 + i * 58, 1940, 60, tones[i] ?? '#2a2244') +
      rect(-10, 690 + i * 58, 1940, 7, '#6b4a72', 'opacity=".7"'),
  )
  const gid = kit.id()
  out +=
    `<radialGradient id="${gid}"><stop stop-color="#ffb061" stop-opacity=".85"/><stop offset=".35" stop-color="#f07d4f" stop-opacity=".45"/><stop offset="1" stop-color="#c8647a" stop-opacity="0"/></radialGradient>` +
    ellipse(690, 800, 640, 430, `url(#${gid})`)
  // Steam from the pan.
  out +=
    path(
      'M640 640C580 560 720 500 650 390C600 300 740 250 690 120C790 220 700 300 760 380C830 480 740 560 760 650Z',
      '#ffd9b0',
      'opacity=".35"',
    ) +
    path(
      'M690 650C650 580 770 520 710 430C680 360 760 310 740 220C810 320 740 370 780 440C820 520 750 580 760 650Z',
      '#fff0d6',
      'opacity=".4"',
    )
  // Stove and pan.
  out +=
    path('M590 740H806L780 930H616Z', '#8f4433') +
    path('M590 740H660L664 930H616Z', '#6b2f2e') +
    path('M660 930V868C660 824 738 824 738 868V930Z', '#ffd27d') +
    path('M678 930C672 892 704 880 698 852C724 880 726 900 720 930Z', '#fff2c4') +
    rect(584, 730, 228, 22, '#5a2a2c')
  out +=
    path('M556 668H842L800 734H598Z', '#1c1734') +
    ellipse(699, 668, 143, 30, '#f6b57a') +
    ellipse(699, 670, 128, 24, '#d9482b') +
    line(699, 646, 699, 694, '#1c1734', 5) +
    line(572, 670, 826, 670, '#1c1734', 5) +
    line(632, 650, 610, 688, '#1c1734', 4) +
    line(766, 650, 788, 688, '#1c1734', 4)
  // The shoulder pole on its two loads.
  out +=
    stroke('M560 540C800 500 1100 500 1330 548', '#c98a5a', 15, 'stroke-linecap="round"') +
    stroke('M560 538C800 498 1100 498 1330 546', '#f0b27c', 5, 'stroke-linecap="round"')
  out +=
    line(590, 538, 566, 668, '#c98a5a', 4) +
    line(620, 534, 832, 668, '#c98a5a', 4) +
    line(1306, 544, 1212, 700, '#c98a5a', 4) +
    line(1306, 544, 1386, 700, '#c98a5a', 4)
  // The cupboard of bowls.
  out +=
    rect(1196, 700, 206, 238, '#1f1838') +
    rect(1196, 700, 14, 238, '#b06a55') +
    rect(1218, 724, 166, 84, '#3a2a48') +
    rect(1218, 824, 166, 94, '#2b2140') +
    circle(1292, 870, 7, '#c98a5a')
  const bowls = (x: number, y: number, k: number) =>
    times(k, (i) =>
      path(
        `M${x - 30} ${y - i * 14 - 20}h60q-4 20-22 20h-16q-18 0-22-20Z`,
        i % 2 ? '#e8c9a8' : '#f6e3c2',
      ),
    )
  out +=
    bowls(1258, 806, 4) +
    bowls(1340, 806, 3) +
    bowls(1258, 702, 3) +
    bowls(1336, 702, 5) +
    ring(1300, 640, 0, DARK, 0)
  // The standing pedlar and three dockers.
  out += at(
    984,
    950,
    1.2,
    circle(-4, -372, 32, DARK) +
      path('M-58-380L-4-424L52-380Z', DARK) +
      path(
        'M-40-334C-60-330-70-250-64-160L-70 0H-26L-4-140L18 0H62L56-160C62-250 56-320 34-334Z',
        DARK,
      ) +
      path('M-44-320C-110-290-130-230-170-210L-160-188C-110-200-70-240-44-262Z', DARK) +
      stroke('M-166-200L-216-216', '#c98a5a', 6) +
      stroke(
        'M-34-380C-38-366-34-352-28-344M-46-318C-90-296-116-250-150-222M-62-250C-66-200-64-170-64-150M-70-14L-66-120',
        RIM,
        5,
        'stroke-linecap="round"',
      ),
  )
  out +=
    at(410, 962, 1.14, croucher(true)) +
    at(560, 1040, 1.26, croucher(false)) +
    at(880, 1050, 1.2, croucher(true), 0, true)
  return out
}
