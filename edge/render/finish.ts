import { type Finished, Finisher } from './finisher.ts'
import { readAny } from './read-any.ts'
import { readPlain } from './read-plain.ts'

/**
 * Turns the complete HTML of a render into what readers get: without Next's scripts, their preloads
 * and comments, with what the portal marks as its own (`data-portal`) kept. What is not touched is
 * handed on byte for byte. Survives any text; script is only ever removed, never let through
 * unless it is marked.
 *
 * A document that is written as React writes them is read in a fraction of the time; any other by a parser.
 *
 * @throws {Error} when an answer note cannot be read: page and edge are of different builds.
 */
export function finish(html: string): Finished {
  const finisher = new Finisher()
  return readPlain(html, finisher) ? finisher.finished() : finishAny(html)
}

/** The same for every document, by a parser alone. */
export function finishAny(html: string): Finished {
  const finisher = new Finisher()
  readAny(html, finisher)
  return finisher.finished()
}
