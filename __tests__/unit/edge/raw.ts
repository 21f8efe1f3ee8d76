import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** ms after which a connection on which nothing happens counts as hung. */
const patience = 5000

/**
 * Everything that comes back for some bytes (latin1), until the other side closes.
 * @param pieces sent one after the other; the sending side stays open
 * @throws {Error} when the other side does not close.
 */
export const exchange = (url: string, ...pieces: readonly string[]): Promise<string> =>
  talk(url, pieces, false)

/** The same for one piece, after which the sending side is closed. */
export const exchangeAndEnd = (url: string, piece: string): Promise<string> =>
  talk(url, [piece], true)

async function talk(url: string, pieces: readonly string[], ends: boolean): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = net.connect(Number(port), hostname)
  let told = ''
  socket.on('data', (chunk) => {
    told += chunk.toString('latin1')
  })
  const closed = new Promise<void>((resolve, reject) => {
    socket.setTimeout(patience, () => {
      socket.destroy()
      reject(new Error(`Still open: ${told}`))
    })
    // A reset after the answer is a way to close too.
    socket.once('error', () => resolve()).once('close', () => resolve())
  })
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await sleep(20)
    if (!socket.destroyed) socket.write(Buffer.from(piece, 'latin1'))
  }
  if (ends) socket.end()
  await closed
  return told
}

/** Status codes of all answers in a text, in order. */
export const statusesIn = (told: string): number[] =>
  [...told.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
