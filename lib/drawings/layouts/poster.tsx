import { qrModules } from '../../share/qr.ts'
import { drawingSizes } from '../address.ts'
import { accentColour, kickerColour, palette } from '../palette.ts'
import type { DrawingSpec } from '../spec.ts'
import { Area, type Box, heightOf, type Sheet, SiteName, TextBlock } from './parts.tsx'
import { Motif } from './rivers.tsx'
import { fitted, fittedHead, fittedKicker, fittedName, leadingOf } from './texts.ts'

const { width, height } = drawingSizes.poster
const margin = 72
const column = width - 2 * margin
const window = { left: 0, top: 0, width, height: 580 }
const textSize = 33
const codeSize = 188
/** Between the words of the story and the name of the portal. */
const ruleTop = height - 60 - codeSize - 32
const codeBox: Box = {
  left: width - margin - codeSize,
  top: height - 60 - codeSize,
  width: codeSize,
  height: codeSize,
}

/** A picture, what it is about, and the way to the story: to save and to send. */
export function posterSheet(spec: DrawingSpec): Sheet {
  const { poster } = spec
  const leading = leadingOf(spec.language)
  const kicker = fittedKicker(spec, column, 30)
  const head = fittedHead(spec, column, [70, 58])
  const beside = column - codeSize - 48
  const name = fittedName(spec, beside, [64, 46])
  const date = fitted(spec, poster?.date ?? null, 'text', { width: beside, most: 1, sizes: [28] })
  const headTop = window.height + (kicker ? 94 : 54)
  const textTop = headTop + (head ? heightOf(head, leading.head) : 0) + 22
  const standfirst = fitted(spec, poster?.standfirst ?? null, 'text', {
    width: column,
    most: Math.floor((ruleTop - 20 - textTop) / (textSize * leading.text)),
    sizes: [textSize],
    least: 0.8,
  })
  return {
    window,
    element: (
      <div style={{ display: 'flex', width, height, backgroundColor: palette.paper }}>
        {!spec.picture && <Motif box={window} accent={spec.accent} />}
        <Area
          box={{ left: 0, top: window.height, width, height: 14 }}
          colour={accentColour(spec.accent)}
        />
        {kicker && (
          <TextBlock
            fitted={kicker}
            left={margin}
            top={window.height + 44}
            leading={1.3}
            colour={kickerColour(spec.accent)}
          />
        )}
        {head && (
          <TextBlock
            fitted={head}
            left={margin}
            top={headTop}
            leading={leading.head}
            colour={palette.ink}
          />
        )}
        {standfirst && (
          <TextBlock
            fitted={standfirst}
            left={margin}
            top={textTop}
            leading={leading.text}
            colour={palette['ink-2']}
          />
        )}
        <Area
          box={{ left: margin, top: ruleTop, width: column, height: 2 }}
          colour={palette.rule}
        />
        {name && (
          <SiteName fitted={name} left={margin} top={codeBox.top + 22} colour={palette.ink} />
        )}
        {date && (
          <TextBlock
            fitted={date}
            left={margin}
            top={codeBox.top + 112}
            leading={1.3}
            colour={palette['ink-2']}
          />
        )}
        {poster && <Code text={poster.address} box={codeBox} />}
      </div>
    ),
  }
}

/** A QR code (ISO/IEC 18004) whose modules are whole pixels as far as they go; paper is its quiet zone. */
function Code({ text, box }: { text: string; box: Box }) {
  const rows = qrModules(text)
  const size = rows.length
  const module = Math.floor(box.width / size)
  const inset = box.width - module * size
  const path = rows
    .flatMap((row, y) =>
      row.map((dark, x) =>
        dark ? `M${x * module} ${y * module}h${module}v${module}h-${module}z` : '',
      ),
    )
    .join('')
  return (
    <svg
      width={module * size}
      height={module * size}
      viewBox={`0 0 ${module * size} ${module * size}`}
      style={{ position: 'absolute', left: box.left + inset, top: box.top + inset / 2 }}
      aria-hidden="true"
    >
      <path d={path} fill={palette.ink} shapeRendering="crispEdges" />
    </svg>
  )
}
