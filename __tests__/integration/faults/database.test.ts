import pg from 'pg'
import { databaseForTest, type TestDatabase } from '../../harness/database.ts'
import { printFaultTable } from '../../harness/fault-table.ts'
import { databaseUrlOf, until } from '../../harness/faults.ts'
import { openRelay, type Relay } from '../../harness/relay.ts'
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

describe('a database of its own, over a network,', () => {
  let database: TestDatabase
  let relay: Relay
  let trial: Trial
  beforeAll(async () => {
    database = await databaseForTest()
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    // As if the sample edition had been taken out again: it is not needed, and takes long to load.
    await client.query(`create table portal_marks (name text primary key, value text not null);
      insert into portal_marks values ('sample-edition', 'removed')`)
    await client.end()
    relay = await openRelay(database.url)
    trial = await Trial.begin(starts, {
      dataDir: starts.dataDir(),
      env: { DATABASE_URL: relay.url, DATABASE_PATIENCE_MS: '2000' },
    })
  })
  afterAll(async () => {
    trial?.portal.child.kill('SIGTERM')
    await trial?.portal.ended
    await relay.close()
    await database.drop()
  })

  const expectUnready = () =>
    until(
      () => trial.read('/readyz'),
      ({ status, text }) => status === 503 && text.includes('database'),
    )

  it.each([
    ['cannot be reached', () => relay.refuse()],
    ['takes connections and says nothing', async () => relay.fallSilent()],
  ] as const)('%s', (name, breakIt) =>
    trial.during(`database ${name}`, async () => {
      await trial.drop('/zh/latest')
      await breakIt()
      const [page, save] = await Promise.all([trial.uncached('/zh/latest'), trial.save()])
      expect({ page, save }).toEqual({ page: 503, save: 503 })
      expect(trial.refusals.at(-1)).toContain('may not be saved')
      await expectUnready()
      await relay.heal()
      trial.broken()
      await trial.heals('/zh/latest')
    }),
  )

  it('is restarted: every connection breaks', () =>
    trial.during('database restarted', async () => {
      await trial.drop('/zh/latest')
      await relay.refuse()
      await relay.heal()
      trial.broken()
      await Promise.all([trial.uncached('/zh/latest'), trial.save()])
      await trial.heals('/zh/latest')
    }))

  it('is slow', () =>
    trial.during('database slow, 100 ms each way', async () => {
      await trial.drop('/zh/latest')
      relay.slowDown(100)
      await Promise.all([trial.uncached('/zh/latest'), trial.save()])
      await relay.heal()
      trial.broken()
      await trial.heals('/zh/latest')
    }))

  it('has every save that was acknowledged', () => trial.expectSaved())
})
