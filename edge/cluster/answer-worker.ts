import type { Served } from '../cache/page-cache.ts'
import type { Edge } from '../edge.ts'
import { failureOf } from './failures.ts'
import type { Hearing } from './hear.ts'
import type { Found, Name, Question, Told, ToPrimary, ToWorker } from './messages.ts'

/** What a worker asks and tells of its readers. */
export type OfReaders = Extract<
  ToPrimary,
  { kind: 'ask' | 'answered' | 'read' | 'reads' | 'violation' | 'counted' }
>

/** Answers with the edge of the primary. @param send to the worker */
export const hearingOf = (edge: Edge, send: (message: ToWorker) => void): Hearing<OfReaders> => ({
  ask: (asked) => void answerQuestion(edge, send, asked),
  answered: ({ event }) => edge.tally.answered(event),
  // Kept there, or here: what many read may stand in the workers' memory alone.
  read: ({ path, isKept }) => (isKept ? edge.counts : edge.tally).read(path),
  reads: ({ reads }) => edge.wanted.add(reads),
  violation: ({ violation }) => edge.violations.add(violation),
  counted: ({ counted }) => edge.inside.addCounted(counted),
})

type Answering = Pick<Edge, 'pages' | 'fresh' | 'limits' | 'readiness'>

/** Never rejects: what goes wrong is told. */
export async function answerQuestion(
  edge: Answering,
  send: (message: ToWorker) => void,
  { question, ask }: Extract<ToPrimary, { kind: 'ask' }>,
): Promise<void> {
  try {
    const told = await answer(edge, ask)
    send({ kind: 'told', question, told: told() })
  } catch (error) {
    send({ kind: 'failed', question, failure: failureOf(error) })
  }
}

/** @returns what is to be told, as it is in the turn in which it is sent */
async function answer(edge: Answering, { name, asked }: Question): Promise<() => Told<Name>> {
  const { pages, limits } = edge
  switch (name) {
    case 'page':
      return found(edge, await pages.page(asked))
    case 'unknown':
      return found(edge, await pages.unknown(asked))
    case 'drawing':
      return found(edge, await pages.drawing(asked))
    case 'take': {
      const taken = await limits.take(asked.name, asked.network, asked.points)
      return () => taken
    }
    case 'unready': {
      const unready = await edge.readiness()
      return () => unready
    }
    default:
      return name satisfies never
  }
}

/** Purges may come while an answer is on its way through promises: whether it is current is asked last. */
const found =
  (edge: Pick<Edge, 'fresh'>, { kept, how }: Served): (() => Found) =>
  () => ({ kept, how, isCurrent: edge.fresh(kept.key) === kept })
