import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { processesOf } from '../../harness/processes.ts'
import { isHeld, postgresOf, prepareStarts, remainsOf, type Starts } from '../../harness/starts.ts'

describe('npm start', () => {
  let starts: Starts
  beforeAll(async () => {
    starts = await prepareStarts()
  }, 120_000)
  afterAll(() => starts.endAll())

  it.each([
    ['SIGTERM to npm', 'SIGTERM', true, 'process'],
    ['SIGINT to the whole group, as a terminal sends it', 'SIGINT', true, 'group'],
  ] as const)('ends everything within 10 s: %s', async (_how, signal, npm, whom) => {
    const dataDir = starts.dataDir('filled')
    const portal = await starts.start(dataDir, { npm })
    await portal.open()
    const page = await fetch(`${portal.url}/en`)
    expect(page.status).toBe(200)
    await page.text()
    const asked = Date.now()
    const { pid = 0 } = portal.child
    process.kill(whom === 'group' ? -pid : pid, signal)
    expect(await portal.ended).toBe(0)
    expect(Date.now() - asked).toBeLessThan(10_000)
    expect(processesOf(dataDir)).toEqual([])
    expect(isHeld(dataDir)).toBe(false)
    // Removed by PostgreSQL itself in an orderly shutdown.
    expect(existsSync(join(dataDir, 'database', 'cluster', 'postmaster.pid'))).toBe(false)
  })

  it('leaves nothing running when it is killed, and starts again on what it left', async () => {
    const dataDir = starts.dataDir('filled')
    const killed = await starts.start(dataDir)
    await killed.open()
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(await remainsOf(dataDir, 10_000)).toEqual([])
    // The numbers of both processes were given to another one meanwhile.
    expect(isHeld(dataDir)).toBe(true)
    const held = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'))
    writeFileSync(
      join(dataDir, 'running.json'),
      JSON.stringify({ ...held, pid: process.pid, born: 'long ago' }),
    )
    writeFileSync(
      join(dataDir, 'database', 'cluster', 'postmaster.pid'),
      `${process.pid}\n${join(dataDir, 'database', 'cluster')}\n1\n1\n\n127.0.0.1\n\nstopping\n`,
    )
    const again = await starts.start(dataDir)
    await again.open()
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  })

  it('stops a database that outlived its portal before it starts its own', async () => {
    const dataDir = starts.dataDir('filled')
    const killed = await starts.start(dataDir, { args: ['--only-migrate'] })
    await killed.ended
    const { startOrphan } = await import('../../harness/orphan.ts')
    const orphan = await startOrphan(dataDir)
    expect(postgresOf(dataDir)).toBe(orphan)
    const portal = await starts.start(dataDir, { args: ['--only-migrate'] })
    expect(await portal.ended).toBe(0)
    expect(portal.output()).toContain(`A PostgreSQL (process ${orphan}) outlived an earlier start`)
    expect(processesOf(dataDir)).toEqual([])
  })

  it('ends in order when npm is killed', async () => {
    const dataDir = starts.dataDir('filled')
    const portal = await starts.start(dataDir, { npm: true })
    await portal.open()
    portal.child.kill('SIGKILL')
    expect(await remainsOf(dataDir, 10_000)).toEqual([])
    expect(isHeld(dataDir)).toBe(false)
  })

  it('opens its doors before it builds what is missing of the search index', async () => {
    const dataDir = starts.dataDir('filled')
    const before = await starts.start(dataDir)
    await before.open()
    const { databaseUrl } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'))
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    // As a run that was broken off leaves it.
    await client.query(
      `insert into search_state (rules) values (0)
       on conflict (single) do update set rules = 0, finished_at = null`,
    )
    await client.end()
    before.child.kill('SIGTERM')
    expect(await before.ended).toBe(0)
    const portal = await starts.start(dataDir)
    await portal.open()
    expect(portal.output()).not.toContain('Search index')
    while (!portal.output().includes('✓ Search index')) await pause(50)
    expect((await fetch(`${portal.url}/en`)).status).toBe(200)
    portal.child.kill('SIGTERM')
    expect(await portal.ended).toBe(0)
  })

  it('keeps what it generates to its owner', async () => {
    const dataDir = starts.dataDir('filled')
    const portal = await starts.start(dataDir)
    await portal.open()
    for (const name of ['secrets.json', 'running.json'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
    const { databaseUrl } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'))
    expect(portal.output()).not.toContain(new URL(databaseUrl).password)
    portal.child.kill('SIGTERM')
    await portal.ended
  })
})
