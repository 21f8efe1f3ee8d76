import type { Marked } from '../../lib/search/highlight.ts'
import { sequence } from '../sequence.ts'

/** Text with what was searched in `<mark>`. */
export const MarkedText = ({ parts }: { parts: Marked }) => sequence(parts.map(markUp))

const markUp = (text: string, at: number) => (at % 2 === 1 ? <mark>{text}</mark> : text)
