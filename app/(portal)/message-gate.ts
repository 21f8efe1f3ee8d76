import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from '@/lib/network.ts'

const messagesPerHour = 5
const limiter = new RateLimiterMemory({ points: messagesPerHour, duration: 60 * 60 })

/** Whether this address may send one more message; each question counts. */
export async function messageGate(address: string): Promise<boolean> {
  return await limiter.consume(networkOf(address)).then(
    () => true,
    () => false,
  )
}
