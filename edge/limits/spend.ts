import type { IncomingMessage } from 'node:http'
import { networkOf } from '../../lib/network.ts'
import type { ClientAddress } from '../http/client-address.ts'
import type { LimitName, Limits } from './limits.ts'

/** A network has used up what it may ask for: 429 (RFC 6585, 4). */
export class OverLimit extends Error {
  readonly limit: LimitName
  /** Seconds, for Retry-After. */
  readonly retryAfter: number

  constructor(name: LimitName, retryAfter: number) {
    super(`The limit for ${name} is reached`)
    this.name = 'OverLimit'
    this.limit = name
    this.retryAfter = retryAfter
  }
}

export type Limited = { limits: Limits; clientAddress: ClientAddress }

/** Takes points of the allowance of whoever asks (see `Limits.take`); each `of` has one of its own. */
export const takeOf = ({ limits, clientAddress }: Limited, req: IncomingMessage) => {
  const network = networkOf(clientAddress(req))
  return (name: LimitName, points?: number, of = '') => limits.take(name, `${network}${of}`, points)
}

/** The same. @throws {OverLimit} when there are none. */
export const spend = (
  { limits, clientAddress }: Limited,
  req: IncomingMessage,
  name: LimitName,
  points?: number,
): Promise<void> => spendFor(limits, networkOf(clientAddress(req)), name, points)

/** The same, of a network. @throws {OverLimit} */
export async function spendFor(
  limits: Limits,
  network: string,
  name: LimitName,
  points?: number,
): Promise<void> {
  const { ok, retryAfter } = await limits.take(name, network, points)
  if (!ok) throw new OverLimit(name, retryAfter)
}
