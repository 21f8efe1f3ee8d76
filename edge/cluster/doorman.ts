import { createServer, type Server, type Socket } from 'node:net'
import { listen } from '../http/listen.ts'

/** Who answers connections. */
export type Room = {
  /** Hands it over; calls back never, when it ends before it has taken it. */
  hand(connection: number, socket: Socket): void
}

/** Connections that wait for a worker, a few KB each; beyond, they are cut. */
const mostWaiting = 16_384

/**
 * Accepts connections and hands each to the next worker in turn. It stays with the door until the worker
 * says that it has it: what was on its way to one that died goes to another, and while there is none,
 * readers wait rather than being refused. (That is what node:cluster does not do.)
 */
export class Doorman {
  private readonly server: Server
  private readonly waiting: Socket[] = []
  /** Each with what is on its way to it: one connection at a time, so that purges are never far behind. */
  private readonly rooms = new Map<Room, { connection: number; socket: Socket } | null>()
  private handed = 0
  private isClosed = false

  constructor() {
    this.server = createServer({ pauseOnConnect: true }, (socket) => {
      // Nothing is read or written here: what happens to the connection is seen by who takes it.
      socket.on('error', () => {})
      if (this.waiting.length >= mostWaiting) socket.destroy()
      else this.waiting.push(socket)
      this.handOver()
    })
  }

  /** @returns the port @throws {PlainError} when it cannot be opened. */
  open(port: number, host: string): Promise<number> {
    return listen(this.server, port, host)
  }

  enter(room: Room): void {
    this.rooms.set(room, null)
    this.handOver()
  }

  accepted(room: Room, connection: number): void {
    const under = this.rooms.get(room)
    if (under?.connection !== connection) return
    // The worker has its own hold on it: letting go of this one does not end it.
    under.socket.destroy()
    this.rooms.set(room, null)
    this.handOver()
  }

  /** It takes no more. What was on its way to it goes to another, or is ended when the door is closed. */
  leave(room: Room): void {
    const under = this.rooms.get(room)
    this.rooms.delete(room)
    if (under && this.isClosed) under.socket.destroy()
    else if (under) this.waiting.unshift(under.socket)
    this.handOver()
  }

  /** Accepts no further connection; those that nobody has taken are ended. */
  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.server.close()
    for (const socket of this.waiting.splice(0)) socket.destroy()
  }

  private handOver(): void {
    while (this.waiting.length > 0) {
      const room = this.nextFree()
      const socket = room && this.waiting.shift()
      if (!socket) return
      const connection = ++this.handed
      // Taken out and put in again: whoever is free longest comes next.
      this.rooms.delete(room)
      this.rooms.set(room, { connection, socket })
      room.hand(connection, socket)
    }
  }

  private nextFree(): Room | undefined {
    for (const [room, under] of this.rooms) if (under === null) return room
    return undefined
  }
}
