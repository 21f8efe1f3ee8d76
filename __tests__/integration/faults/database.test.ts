import pg from 'pg'
import { printFaultTable } from '../../harness/fault-table.ts'
import { databaseUrlOf } from '../../harness/faults.ts'
import { postgresOf, prepareStarts, type Starts } from '../../harness/starts.ts'
import { Trial } from '../../harness/trial.ts'

let starts: Starts
beforeAll(async () => {
  starts = await prepareStarts()
}, 120_000)
afterAll(async () => {
  await starts.endAll()
  printFaultTable()
})

describe('the embedded database', () => {
  let trial: Trial
  beforeAll(async () => {
    trial = await Trial.begin(starts)
  })

  it('is killed', () =>
    trial.during('embedded database killed', async () => {
      await trial.drop('/zh/latest')
      expect(await trial.save()).toBe(201)
      const killed = postgresOf(trial.dataDir)
      process.kill(killed, 'SIGKILL')
      await Promise.all([trial.uncached('/zh/latest'), trial.save(), trial.save()])
      await trial.heals('/zh/latest')
      expect(postgresOf(trial.dataDir)).not.toBe(killed)
    }))

  it('has no connection left, because somebody takes them all', () =>
    trial.during('all connections of the database taken', async () => {
      await trial.drop('/zh/latest')
      const held: pg.Client[] = []
      const connectionString = databaseUrlOf(trial.dataDir)
      for (let isFree = true; isFree; ) {
        const client = new pg.Client({ connectionString })
        client.on('error', () => {})
        isFree = await client.connect().then(
          () => held.push(client) > 0,
          () => false,
        )
      }
      expect(held.length).toBeGreaterThan(10)
      await Promise.all([trial.uncached('/zh/latest'), trial.save()])
      await Promise.all(held.map((client) => client.end()))
      trial.broken()
      await trial.heals('/zh/latest')
    }))

  it('has every save that was acknowledged', async () => {
    await trial.expectSaved()
    trial.portal.child.kill('SIGTERM')
    expect(await trial.portal.ended).toBe(0)
  })
})
