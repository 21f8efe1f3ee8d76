import type { ReactElement } from 'react'
import { palette } from '../palette.ts'
import type { Fitted } from '../type/break-lines.ts'
import { composeLine, type Run, type Setting, trackingOf } from '../type/compose.ts'

/** A box on a drawing, px from its upper left corner. */
export type Box = { left: number; top: number; width: number; height: number }

/** What a layout gives: the drawing without its picture, and where that one goes. */
export type Sheet = { element: ReactElement; window: Box }

export const Area = ({ box, colour }: { box: Box; colour: string }) => (
  <div style={{ position: 'absolute', ...box, backgroundColor: colour }} />
)

/** Where the middle of letters is above the baseline, em: of capitals and of Chinese characters alike. */
const middleOfLetters = 0.36

type TextProps = {
  runs: readonly Run[]
  setting: Setting
  left: number
  /** Of the line's box, whose letters stand in its middle. */
  top: number
  /** Height of a line, px. */
  leading: number
  colour: string
}

/** Sets the runs of one line. Their places are known, so nothing is left to the layout of others. */
function lineOf({ runs, setting, left, top, leading, colour }: TextProps) {
  const { size } = setting
  const baseline = top + leading / 2 + middleOfLetters * size
  return runs.map(({ text, face, x }) => (
    <div
      key={x}
      style={{
        position: 'absolute',
        left: left + x,
        top: baseline - size * (face.ascender + (1 - face.ascender - face.descender) / 2),
        fontFamily: face.family,
        fontSize: size,
        lineHeight: 1,
        letterSpacing: trackingOf(face, setting) * size,
        whiteSpace: 'pre',
        color: colour,
      }}
    >
      {text}
    </div>
  ))
}

type BlockProps = { fitted: Fitted; left: number; top: number; leading: number; colour: string }

/** Lines of a text below each other. `leading` in em. */
export function TextBlock({ fitted, left, top, leading, colour }: BlockProps) {
  const { lines, setting } = fitted
  const height = leading * setting.size
  return (
    <div style={{ display: 'flex' }}>
      {lines.flatMap(({ runs }, index) =>
        lineOf({ runs, setting, left, top: top + index * height, leading: height, colour }),
      )}
    </div>
  )
}

/** Height of a block, px. */
export const heightOf = ({ lines, setting }: Fitted, leading: number): number =>
  lines.length * leading * setting.size

/** The name of the portal, its little i in vermilion. */
export function SiteName(props: { fitted: Fitted; left: number; top: number; colour: string }) {
  const { fitted, left, top, colour } = props
  const { setting, texts } = fitted
  const name = texts[0] ?? ''
  const line = { setting, left, top, leading: setting.size * 1.2 }
  const { runs } = composeLine(name, setting)
  const [first] = runs
  const rest = runs.slice(1)
  if (!first || !name.startsWith('i'))
    return <div style={{ display: 'flex' }}>{lineOf({ ...line, runs, colour })}</div>
  const i = { ...first, text: 'i' }
  const x = (first.face.advance(0x69) + trackingOf(first.face, setting)) * setting.size
  const others = [{ ...first, text: first.text.slice(1), x }, ...rest]
  return (
    <div style={{ display: 'flex' }}>
      {lineOf({ ...line, runs: [i], colour: palette.vermilion })}
      {lineOf({ ...line, runs: others, colour })}
    </div>
  )
}
