import { Gate, Unavailable } from '../../../edge/render/gate.ts'

/** A task that ends when the test says so. */
function task() {
  let end = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { run: () => done, end }
}

describe('the gate before the renderer', () => {
  it('lets so many run at once, and the others one after the other', async () => {
    const gate = new Gate(1, 10)
    const order: string[] = []
    const first = task()
    const all = [
      gate.run(() => first.run().then(() => order.push('first'))),
      gate.run(async () => order.push('second')),
      gate.run(async () => order.push('third')),
    ]
    expect([gate.underWay, gate.queued]).toEqual([1, 2])
    first.end()
    await Promise.all(all)
    expect(order).toEqual(['first', 'second', 'third'])
    expect([gate.underWay, gate.queued]).toEqual([0, 0])
  })

  it('turns away whom the queue has no place for', async () => {
    const gate = new Gate(1, 1)
    const first = task()
    const all = [gate.run(first.run), gate.run(async () => {})]
    await expect(gate.run(async () => {})).rejects.toThrow(Unavailable)
    first.end()
    await Promise.all(all)
  })

  it('lets nobody wait for ever, and gives no place to who went', async () => {
    const gate = new Gate(1, 10, 20)
    const first = task()
    const running = gate.run(first.run)
    await expect(gate.run(async () => {})).rejects.toThrow('No turn to render came within 20 ms')
    expect(gate.queued).toBe(0)
    first.end()
    await running
    expect(gate.underWay).toBe(0)
  })

  it('gives the place of a task that failed to the next', async () => {
    const gate = new Gate(1, 10)
    const failing = gate.run(() => Promise.reject(new Error('failed')))
    const next = gate.run(async () => 'next')
    await expect(failing).rejects.toThrow('failed')
    expect(await next).toBe('next')
  })
})
