import { errorOf, type Failure } from './failures.ts'
import type { Asked, Name, Question, Told } from './messages.ts'

/**
 * Puts a question to the primary.
 * @param receive is given the answer in the very turn in which it comes, before any message that was sent
 * after it; what it gives is what is promised
 * @throws {OverLimit} @throws {Unavailable} as if it had been asked in the same process
 */
export type Ask = <N extends Name, T = Told<N>>(
  name: N,
  asked: Asked<N>,
  receive?: (told: Told<N>) => T,
) => Promise<T>

type Waiting = { told(value: Told<Name>): void; failed(error: Error): void }

/** Questions of a worker that are not answered yet. */
export class Asker {
  private readonly waiting = new Map<number, Waiting>()
  private last = 0
  private readonly send: (question: number, ask: Question) => void

  constructor(send: (question: number, ask: Question) => void) {
    this.send = send
  }

  readonly ask: Ask = <N extends Name, T>(
    name: N,
    asked: Asked<N>,
    receive = (told: Told<N>) => told as T,
  ) =>
    new Promise<T>((resolve, reject) => {
      const question = ++this.last
      this.waiting.set(question, {
        told: (value) => resolve(receive(value as Told<N>)),
        failed: reject,
      })
      this.send(question, { name, asked } as Question)
    })

  told(question: number, value: Told<Name>): void {
    this.taken(question)?.told(value)
  }

  failed(question: number, failure: Failure): void {
    this.taken(question)?.failed(errorOf(failure))
  }

  private taken(question: number): Waiting | undefined {
    const waiting = this.waiting.get(question)
    this.waiting.delete(question)
    return waiting
  }
}
