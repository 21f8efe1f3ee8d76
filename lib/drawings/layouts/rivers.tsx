import type { Accent } from '../../reading/types.ts'
import { bandColour, onBand } from '../palette.ts'
import { Area, type Box } from './parts.tsx'

type Props = {
  box: Box
  /** Of each river. */
  lines: number
  /** px between lines, and their width. */
  gap: number
  stroke: number
  colours: readonly [string, string]
}

/**
 * The Jialing from above and the Yangtze from below, which flow on side by side: the portal's mark, as in
 * its masthead.
 */
export function Rivers({ box, lines, gap, stroke, colours }: Props) {
  const { width, height } = box
  const middle = height * 0.5
  const places = Array.from({ length: lines }, (_, index) => index)
  /** From an edge of the box, `side` above or below, into the common bed. */
  const river = (side: 1 | -1) =>
    places.map((place) => {
      const from = side < 0 ? 0 : height
      const start = width * (side < 0 ? 0.22 : 0.06) - (lines - 1 - place) * gap * 1.7
      const bed = middle + side * (place + 0.5) * gap
      const bend = width * 0.42
      return `M${start} ${from}C${start} ${from + (bed - from) * 0.72} ${bend - place * gap} ${bed} ${width * 0.66} ${bed}H${width}`
    })
  const [jade, vermilion] = colours
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ position: 'absolute', left: box.left, top: box.top }}
      aria-hidden="true"
    >
      {[river(-1), river(1)].map((paths, index) => (
        <path
          key={paths[0]}
          d={paths.join('')}
          fill="none"
          stroke={index === 0 ? jade : vermilion}
          strokeWidth={stroke}
        />
      ))}
    </svg>
  )
}

/** Where a picture would be, had the page one. */
export const Motif = ({ box, accent }: { box: Box; accent: Accent }) => (
  <div style={{ display: 'flex' }}>
    <Area box={box} colour={bandColour(accent)} />
    <Rivers
      box={box}
      lines={8}
      gap={Math.round(box.height / 30)}
      stroke={Math.round(box.height / 120)}
      colours={[onBand.jade, onBand.vermilion]}
    />
  </div>
)
