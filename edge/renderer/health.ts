import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { keyHeader } from '../../lib/renderer-key.ts'

/** Next answers an asset that it does not have without rendering: any answer says that it lives. */
const probe = '/_next/static/-'

/** Whether an HTTP server answers there within so many ms, whatever it says. */
export function answers(origin: string, key: string, timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      `${origin}${probe}`,
      { agent: false, timeout, headers: { [keyHeader]: key } },
      (response) => {
        response.destroy()
        resolve(true)
      },
    )
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
    request.once('close', () => resolve(false))
  })
}

/** Looks every 25 ms until a server answers there. @returns false when it did not in time, or on the signal. */
export async function untilAnswers(
  origin: string,
  key: string,
  timeout: number,
  signal: AbortSignal,
): Promise<boolean> {
  const until = performance.now() + timeout
  while (!signal.aborted && performance.now() < until) {
    if (await answers(origin, key, 5000)) return true
    await sleep(25, undefined, { signal }).catch(() => {})
  }
  return false
}
