import { drawingSizes } from '../address.ts'
import { accentColour, kickerColour, palette } from '../palette.ts'
import type { DrawingSpec } from '../spec.ts'
import { Area, heightOf, type Sheet, SiteName, TextBlock } from './parts.tsx'
import { Motif, Rivers } from './rivers.tsx'
import { fitted, fittedHead, fittedKicker, fittedName, leadingOf } from './texts.ts'

const { width, height } = drawingSizes.wide
const panel = 716
const margin = 56
const column = panel - margin - 40
const window = { left: panel, top: 0, width: width - panel, height }

/** Words on paper, the picture beside them. */
export function wideSheet(spec: DrawingSpec): Sheet {
  const isFront = spec.form === 'front'
  const leading = leadingOf(spec.language)
  const name = isFront ? null : fittedName(spec, column, [42, 32])
  const kicker = fittedKicker(spec, column, 24)
  const head = isFront
    ? fittedName(spec, column, [112, 84, 60])
    : fittedHead(spec, column, spec.form === 'story' ? [58, 47] : [76, 54])
  const text = fitted(spec, spec.text, 'text', { width: column, most: 3, sizes: [27], least: 0.75 })
  const kickerHeight = kicker ? 44 : 0
  const headHeight = head ? heightOf(head, leading.head) : 0
  const textHeight = text ? 22 + heightOf(text, leading.text) : 0
  const [from, to] = isFront ? [60, 500] : [128, 530]
  const top = Math.max(from, from + (to - from - kickerHeight - headHeight - textHeight) / 2)
  return {
    window,
    element: (
      <div style={{ display: 'flex', width, height, backgroundColor: palette.paper }}>
        <Rivers
          box={{ left: 0, top: 540, width: panel, height: 90 }}
          lines={3}
          gap={7}
          stroke={2}
          colours={[palette.jade, palette.vermilion]}
        />
        <Area
          box={{ left: 0, top: 0, width: panel, height: 10 }}
          colour={accentColour(spec.accent)}
        />
        {name && <SiteName fitted={name} left={margin} top={44} colour={palette.ink} />}
        {kicker && (
          <TextBlock
            fitted={kicker}
            left={margin}
            top={top}
            leading={1.3}
            colour={kickerColour(spec.accent)}
          />
        )}
        {head &&
          (isFront ? (
            <SiteName fitted={head} left={margin} top={top} colour={palette.ink} />
          ) : (
            <TextBlock
              fitted={head}
              left={margin}
              top={top + kickerHeight}
              leading={leading.head}
              colour={palette.ink}
            />
          ))}
        {text && (
          <TextBlock
            fitted={text}
            left={margin}
            top={top + kickerHeight + headHeight + 22}
            leading={leading.text}
            colour={palette['ink-2']}
          />
        )}
        {!spec.picture && <Motif box={window} accent={spec.accent} />}
      </div>
    ),
  }
}
