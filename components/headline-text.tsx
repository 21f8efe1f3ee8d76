import { Fragment } from 'react'
import { phrasesOf } from '../lib/line-breaks.ts'
import { sequence } from './sequence.ts'

/** A headline that is broken between words, in Chinese too (`word-break` in `portal.css`). */
export function HeadlineText({ children }: { children: string }) {
  return sequence(phrasesOf(children).map(breakable))
}

const breakable = (phrase: string, place: number) => (
  <Fragment key={phrase}>
    {place > 0 && <wbr />}
    {phrase}
  </Fragment>
)
