import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { KeptDrawings } from './kept.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'kept-'))
afterAll(() => rmSync(folder, { recursive: true }))
const bytes = new Uint8Array(1000).fill(7)

describe('drawings on disk', () => {
  it('are there after a restart, and nothing half-written beside them', async () => {
    const below = path.join(folder, 'new', 'drawings')
    await new KeptDrawings(below, 10_000, fail).write('wide-1.jpg', bytes)
    expect(readdirSync(below)).toEqual(['wide-1.jpg'])
    const again = new KeptDrawings(below, 10_000, fail)
    expect(await again.read('wide-1.jpg')).toEqual(Buffer.from(bytes))
    expect(await again.read('wide-2.jpg')).toBeNull()
  })

  it('are bounded: the oldest go', async () => {
    const below = path.join(folder, 'bounded')
    const kept = new KeptDrawings(below, 20_000, fail)
    for (let count = 1; count <= 101; count++) await kept.write(`${count}.jpg`, bytes)
    expect(readdirSync(below).length).toBeLessThanOrEqual(20)
    expect(await kept.read('1.jpg')).toBeNull()
    expect(await kept.read('101.jpg')).not.toBeNull()
  })

  it('that cannot be written are told of once', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    const told: unknown[] = []
    const kept = new KeptDrawings(file, 10_000, (error) => told.push(error))
    await kept.write('1.jpg', bytes)
    await kept.write('2.jpg', bytes)
    expect(told).toHaveLength(1)
  })
})

function fail(error: unknown): void {
  throw error
}
