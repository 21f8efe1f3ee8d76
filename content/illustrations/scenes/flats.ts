import { circle, type Kit, line, rect, times } from '../kit.ts'

export function balcony(kit: Kit, x: number, y: number): string {
  const { p } = kit
  let out =
    rect(x, y, 128, 96, '#d9d4b8') +
    rect(x + 8, y + 4, 52, 70, kit.pick(['#5d8a84', '#6f9a90', '#4a7872', '#86b3a0'])) +
    rect(x + 66, y + 4, 54, 70, kit.pick(['#3f6f6b', '#6f9a90', '#4a7872'])) +
    rect(x + 32, y + 4, 4, 70, '#efe9d4')
  if (kit.rnd() > 0.5)
    out += rect(x + 66, y + 4, 26, 70, kit.pick(['#f4e8c4', '#c9a26b', '#e9d7ae']), 'opacity=".85"')
  const what = kit.rnd()
  if (what > 0.62)
    out +=
      line(x + 4, y + 16, x + 124, y + 16, '#0d3232', 2.5) +
      times(4, (i) => {
        const w = kit.between(18, 27)
        return rect(
          x + 8 + i * 29,
          y + 16,
          w,
          kit.between(26, 46),
          kit.pick(['#fffdf4', '#d9582f', p.sun, '#86b3a0', '#5a8fa0']),
        )
      })
  else if (what > 0.3)
    out += times(4, (i) =>
      circle(
        x + 16 + i * 30 + kit.between(-6, 6),
        y + 64,
        kit.between(11, 19),
        kit.pick(['#2b7468', '#3f8a5f', '#1d5f58']),
      ),
    )
  if (kit.rnd() > 0.72) out += rect(x + 96, y + 74, 30, 24, '#c3bfa6')
  return (
    out +
    rect(x - 6, y + 70, 140, 7, '#164f4d') +
    times(12, (i) => rect(x - 3 + i * 11.6, y + 70, 3.5, 30, '#2b6a64')) +
    rect(x - 8, y + 98, 144, 12, '#fbf6e2')
  )
}
