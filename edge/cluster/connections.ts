import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Connections that another process has accepted, for a server that listens nowhere itself. */
export class Connections {
  private readonly open = new Set<Socket>()
  private readonly server: Server
  private isDraining = false

  constructor(server: Server) {
    this.server = server
    // With it Node's server begins to watch over slow and silent connections.
    server.emit('listening')
  }

  take(socket: Socket): void {
    this.open.add(socket)
    socket.once('close', () => this.open.delete(socket))
    socket.setNoDelay(true)
    this.server.emit('connection', socket)
  }

  get count(): number {
    return this.open.size
  }

  /** Lets requests under way finish, and cuts off what takes longer. @param patience ms */
  async drain(patience: number): Promise<void> {
    if (this.isDraining) return
    this.isDraining = true
    const until = performance.now() + patience
    while (this.open.size > 0 && performance.now() < until) {
      // A connection that finishes its request becomes idle, and is not waited for.
      this.server.closeIdleConnections()
      await sleep(50)
    }
    this.server.closeAllConnections()
    for (const socket of this.open) socket.destroy()
  }
}
