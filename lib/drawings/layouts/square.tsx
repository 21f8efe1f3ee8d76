import { drawingSizes } from '../address.ts'
import { accentColour, kickerColour, palette } from '../palette.ts'
import type { DrawingSpec } from '../spec.ts'
import { Area, type Sheet, SiteName, TextBlock } from './parts.tsx'
import { Motif } from './rivers.tsx'
import { fittedHead, fittedKicker, fittedName, leadingOf } from './texts.ts'

const { width, height } = drawingSizes.square
const margin = 52
const column = width - 2 * margin
const window = { left: 0, top: 0, width, height: 440 }

/** The picture over the words, as WeChat shows small squares: few words, large. */
export function squareSheet(spec: DrawingSpec): Sheet {
  const kicker = fittedKicker(spec, column, 25)
  const head = fittedHead(spec, column, [58, 46])
  const name = fittedName(spec, column, [38, 28])
  const top = window.height + 10 + (kicker ? 26 : 38)
  return {
    window,
    element: (
      <div style={{ display: 'flex', width, height, backgroundColor: palette.paper }}>
        {!spec.picture && <Motif box={window} accent={spec.accent} />}
        <Area
          box={{ left: 0, top: window.height, width, height: 10 }}
          colour={accentColour(spec.accent)}
        />
        {kicker && (
          <TextBlock
            fitted={kicker}
            left={margin}
            top={top}
            leading={1.3}
            colour={kickerColour(spec.accent)}
          />
        )}
        {head && (
          <TextBlock
            fitted={head}
            left={margin}
            top={top + (kicker ? 38 : 0)}
            leading={leadingOf(spec.language).head - 0.06}
            colour={palette.ink}
          />
        )}
        {name && <SiteName fitted={name} left={margin} top={height - 70} colour={palette.ink} />}
      </div>
    ),
  }
}
