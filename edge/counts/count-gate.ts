import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '../../lib/network.ts'
import type { ClientAddress } from '../http/client-address.ts'

/** Says whether a request may still be counted. */
export type CountGate = (req: IncomingMessage) => Promise<boolean>

/** Enough for an office behind one address; a program that counts itself up is soon out. */
const countsPerMinute = 240

/** Lets each network be counted so often a minute; addresses stay in memory for that minute only. */
export function countGate(clientAddress: ClientAddress, perMinute = countsPerMinute): CountGate {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return (req) =>
    limiter.consume(networkOf(clientAddress(req))).then(
      () => true,
      () => false,
    )
}
