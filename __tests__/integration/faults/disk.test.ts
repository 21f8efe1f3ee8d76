import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printFaultTable } from '../../harness/fault-table.ts'
import { until, withDatabase } from '../../harness/faults.ts'
import { prepareStarts, type Starts } from '../../harness/starts.ts'
import { Trial } from '../../harness/trial.ts'

const megabytes = 220

/** A small disk of its own; null where this user may not mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  try {
    const options = `size=${megabytes}m,mode=0755`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'portal-disk', folder], {
      stdio: 'ignore',
    })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}
const disk = smallDisk()
const where = disk === null ? it.skip : it

let starts: Starts
let trial: Trial
beforeAll(async () => {
  if (disk === null) return
  starts = await prepareStarts()
  const filled = starts.dataDir('filled')
  const dataDir = join(disk, 'data')
  cpSync(filled, dataDir, { recursive: true, preserveTimestamps: true })
  trial = await Trial.begin(starts, { dataDir })
}, 120_000)
afterAll(async () => {
  if (disk === null) return
  await starts.endAll()
  execFileSync('umount', [disk])
  rmSync(disk, { recursive: true })
  printFaultTable()
})

where('the disk is full (needs the right to mount one)', () =>
  trial.during('disk full', async () => {
    await trial.drop('/zh/latest')
    const filler = join(disk ?? '', 'filler')
    expect(() => writeFileSync(filler, Buffer.alloc(megabytes * 1024 * 1024))).toThrow('ENOSPC')
    // There is room within files that are there already; then there is none.
    const fill = `insert into junk select string_agg(md5(random()::text), '') from generate_series(1, 30000)`
    const filling = withDatabase(trial.dataDir, async (client) => {
      await client.query('create table junk (text text)')
      for (;;) await client.query(fill)
    })
    await expect(filling).rejects.toThrow()
    await until(
      () => trial.save(),
      (status) => status !== 201,
    )
    expect(trial.refusals.at(-1)).toMatch(/^503 .*may not be saved/)
    await trial.uncached('/zh/latest')
    const { text } = await trial.read('/readyz')
    expect(text).toContain('disk')
    rmSync(filler)
    trial.broken()
    // 256 MB are more than this disk has: it stays unready for that reason alone.
    await trial.heals('/zh/latest', { part: 'disk' })
    await trial.expectSaved()
  }),
)
