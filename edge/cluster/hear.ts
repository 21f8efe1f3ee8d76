/** What is done with each kind of message. */
export type Hearing<M extends { kind: string }, More extends unknown[] = []> = {
  [K in M['kind']]: (message: Extract<M, { kind: K }>, ...more: More) => void
}

/** Hands a message to what is there for its kind. */
export function hear<M extends { kind: string }, More extends unknown[]>(
  hearing: Hearing<M, More>,
  message: M,
  ...more: More
): void {
  // One table for all kinds: that each gets its own is beyond what the types can follow.
  const take = hearing[message.kind as M['kind']] as (message: M, ...more: More) => void
  take(message, ...more)
}
