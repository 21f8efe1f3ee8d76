import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Doorman, type Room } from '../../../edge/cluster/doorman.ts'

/** A worker that never says that it has what it was handed. */
function busyRoom() {
  const handed: number[] = []
  const room: Room = { hand: (connection) => handed.push(connection) }
  return { room, handed }
}

async function open(rooms: readonly Room[]) {
  const doorman = new Doorman()
  const port = await doorman.open(0, '127.0.0.1')
  for (const room of rooms) doorman.enter(room)
  const reader = net.connect(port, '127.0.0.1').on('error', () => {})
  return { doorman, reader }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 400) throw new Error('It did not come about')
    await pause(10)
  }
}

describe('a connection on its way to a worker that ends', () => {
  it('goes to another', async () => {
    const first = busyRoom()
    const other = busyRoom()
    const { doorman, reader } = await open([first.room])
    await until(() => first.handed.length === 1)
    doorman.enter(other.room)
    doorman.leave(first.room)
    expect(other.handed).toHaveLength(1)
    doorman.close()
    doorman.leave(other.room)
    await once(reader, 'close')
  })

  it('is ended once the door is closed, and handed to nobody', async () => {
    const first = busyRoom()
    const other = busyRoom()
    const { doorman, reader } = await open([first.room])
    const ended = once(reader, 'close')
    await until(() => first.handed.length === 1)
    doorman.enter(other.room)
    doorman.close()
    doorman.leave(first.room)
    await ended
    expect(other.handed).toEqual([])
  })
})
