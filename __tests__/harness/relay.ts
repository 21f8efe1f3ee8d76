import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'

/** A way to a PostgreSQL that can be broken, as networks and proxies break theirs. */
export type Relay = {
  /** The database's address by this way. */
  url: string
  /** Connections are taken and held, and nothing passes any more. */
  fallSilent(): void
  /** What passes in either direction takes so many ms longer. */
  slowDown(ms: number): void
  /** Connections break, and none is taken. */
  refuse(): Promise<void>
  /** Breaks every connection at the moment when a statement like this is sent, before it arrives. */
  breakAt(statement: string): void
  heal(): Promise<void>
  close(): Promise<void>
}

export async function openRelay(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isSilent = false
  let delay = 0
  let breaking: string | null = null

  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => {
      if (isSilent) return
      if (breaking !== null && chunk.includes(breaking)) return breakAll()
      if (delay === 0) to.write(chunk)
      else setTimeout(() => !to.destroyed && to.write(chunk), delay)
    })
    from.once('close', () => to.destroy())
    from.on('error', () => {})
    sockets.add(from)
    from.once('close', () => sockets.delete(from))
  }
  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname)
    pass(near, far)
    pass(far, near)
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const refuse = async () => {
    breakAll()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  const port = await listen(0)
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    fallSilent: () => {
      isSilent = true
    },
    slowDown: (ms) => {
      delay = ms
    },
    refuse,
    breakAt: (statement) => {
      breaking = statement
    },
    heal: async () => {
      // What was swallowed does not come back: a connection that lost a part of it is of no use.
      if (isSilent) breakAll()
      isSilent = false
      delay = 0
      breaking = null
      if (!server.listening) await listen(port)
    },
    close: refuse,
  }
}
