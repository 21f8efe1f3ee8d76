import type { Marked } from '../../lib/search/highlight.ts'
import { sequence } from '../sequence.ts'

/** Text with what was searched in `<mark>`. */
export const MarkedText = ({ parts }: { parts: readonly Marked[] }) => sequence(parts.map(markUp))

const markUp = ({ text, marked }: Marked) => (marked ? <mark>{text}</mark> : text)
