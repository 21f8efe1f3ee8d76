import { ground, type Kit, line, n, path, poly, rect, stroke, times } from '../kit.ts'
import { mistBand, ridge, ripples } from '../motifs.ts'

/** A deck on piers: thick over each pier, thin between them. */
function beam(
  top: number,
  piers: readonly number[],
  thin: number,
  thick: number,
  fill: string,
): string {
  let d = `M${n((piers[0] ?? 0) - 30)} ${top}H2000V${n(top + thin)}`
  const list = [...piers].reverse()
  list.forEach((x, i) => {
    const prev = i ? (list[i - 1] ?? 2000) : 2300
    const mid = (x + prev) / 2
    d += `L${n(Math.min(2000, mid))} ${n(top + thin)}C${n(mid - (mid - x) * 0.45)} ${n(top + thin)} ${n(x + 120)} ${n(top + thick * 0.72)} ${n(x + 44)} ${n(top + thick)}H${n(x - 44)}`
    const next = list[i + 1] ?? x - 700
    const m2 = (x + next) / 2
    d += `C${n(x - 120)} ${n(top + thick * 0.72)} ${n(m2 + (x - m2) * 0.45)} ${n(top + thin)} ${n(m2)} ${n(top + thin)}`
  })
  return path(`${d}L-60 ${n(top + thin)}V${top}Z`, fill)
}

export function beamBridges(kit: Kit): string {
  const { p } = kit
  let out = ground(kit, '#eceee8', '#cfd8d3')
  out +=
    ridge(kit, 470, 34, '#c3cec9', 6) +
    mistBand(-200, 470, 1300, 60, '#e6eae4', 0.9) +
    mistBand(980, 500, 1200, 50, '#e6eae4', 0.9)
  out += rect(0, 560, 1920, 530, '#a9bcb8') + rect(0, 560, 1920, 60, '#c6d2cd')
  // The farther bridge: more piers, paler.
  const far = [-40, 330, 700, 1070, 1440, 1810]
  for (const x of far)
    out +=
      poly(
        [
          [x - 34, 330],
          [x + 34, 330],
          [x + 40, 610],
          [x - 40, 610],
        ],
        '#a8b7b3',
      ) + rect(x - 62, 600, 124, 16, '#98a9a5')
  out +=
    beam(264, far, 40, 92, '#a8b7b3') +
    rect(0, 256, 1920, 9, '#bcc9c4') +
    times(28, (i) => rect(20 + i * 70, 232, 4, 26, '#a8b7b3'))
  out += times(7, (i) =>
    rect(80 + i * 290 + kit.between(-50, 50), 242, kit.between(30, 74), 16, '#8ea09d', 'rx="5"'),
  )
  out +=
    mistBand(-120, 470, 900, 90, '#e3e8e2', 0.75) +
    mistBand(1160, 440, 1000, 100, '#e3e8e2', 0.75) +
    mistBand(500, 530, 900, 54, '#dfe5df', 0.7)
  // The nearer one with its single wide opening.
  const near = [190, 1690]
  for (const x of near) {
    const id = kit.id()
    out += `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="#4a5b5c"/><stop offset=".72" stop-color="#6f8383"/><stop offset="1" stop-color="#a9bcb8"/></linearGradient>`
    out +=
      poly(
        [
          [x - 66, 300],
          [x + 66, 300],
          [x + 82, 800],
          [x - 82, 800],
        ],
        `url(#${id})`,
      ) +
      poly(
        [
          [x + 22, 300],
          [x + 66, 300],
          [x + 82, 800],
          [x + 34, 800],
        ],
        '#33454a',
        'opacity=".35"',
      )
    out +=
      rect(x - 130, 772, 260, 34, '#7d9190', 'rx="8"') +
      times(7, (i) =>
        rect(
          x - 110 + kit.between(-20, 20),
          822 + i * 32,
          220 - i * 18,
          9,
          '#5d7375',
          `rx="4" opacity="${n(0.6 - i * 0.07)}"`,
        ),
      )
  }
  out +=
    beam(120, near, 54, 214, '#4a5b5c') +
    path('M-60 120H2000V144H-60Z', '#5d7071') +
    rect(0, 110, 1920, 12, '#33454a')
  out += times(33, (i) => rect(10 + i * 60, 84, 5, 28, '#33454a')) + rect(0, 82, 1920, 5, '#33454a')
  out += times(5, (i) => {
    const x = 190 + i * 370
    return (
      line(x, 110, x, 10, '#33454a', 7) +
      stroke(`M${x} 12q30-14 66-4`, '#33454a', 6) +
      rect(x + 58, 2, 40, 12, '#33454a', 'rx="5"')
    )
  })
  out +=
    path('M1130 108V54Q1130 44 1142 44H1330Q1352 44 1358 70L1366 108Z', p.sun) +
    times(5, (i) => rect(1146 + i * 40, 54, 30, 24, '#f3f0ea'))
  // The tug with its plume.
  out +=
    path(
      'M874 610C820 560 900 500 850 440C800 380 700 420 640 370C580 322 470 350 400 300C500 410 560 380 640 440C720 490 790 460 810 520C830 570 820 600 846 640Z',
      '#f6f5ef',
      'opacity=".9"',
    ) +
    path(
      'M860 600C840 560 880 520 850 470C820 430 760 440 720 410C770 470 800 470 814 530Z',
      '#c9d2cd',
    )
  out +=
    path('M690 706H1120L1152 678L1126 770Q1120 784 1100 784H740Q716 784 708 764Z', '#1f2a31') +
    rect(690, 706, 440, 12, '#c8442f') +
    rect(800, 618, 200, 90, '#f3f0ea') +
    rect(862, 572, 116, 50, '#f3f0ea') +
    rect(850, 560, 140, 14, '#1f2a31') +
    times(3, (i) => rect(874 + i * 34, 582, 24, 22, '#3a4a54')) +
    times(4, (i) => rect(820 + i * 44, 644, 24, 24, '#3a4a54')) +
    rect(826, 560, 30, 60, '#c8442f') +
    rect(824, 556, 34, 16, '#1f2a31') +
    line(1030, 706, 1030, 600, '#1f2a31', 5) +
    times(6, (i) => rect(760 + i * 62, 752, 26, 14, '#0f181d', 'rx="7"'))
  out += path(
    'M660 790C800 770 1040 770 1180 790C1100 806 740 806 660 790Z',
    '#f3f5f0',
    'opacity=".85"',
  )
  for (let i = 0; i < 9; i++) {
    const y = 830 + i * 27
    out += stroke(
      `M${n(kit.between(-100, 300))} ${y}q${n(kit.between(300, 500))} ${n(kit.between(-16, 16))} ${n(kit.between(700, 1500))} 0`,
      i % 2 ? '#dbe4df' : '#8fa6a3',
      4 + i * 0.9,
      'stroke-linecap="round" opacity=".75"',
    )
  }
  return out + ripples(kit, [0, 640], [1920, 820], 24, '#e6ece7', 0.8)
}
