import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printFaultTable } from '../../harness/fault-table.ts'
import { rendererOf, until } from '../../harness/faults.ts'
import { prepareStarts, type Starts } from '../../harness/starts.ts'
import { Trial, withSaboteur } from '../../harness/trial.ts'

let starts: Starts
let trial: Trial
let sabotage: string

beforeAll(async () => {
  starts = await prepareStarts()
  const dataDir = starts.dataDir('filled')
  sabotage = join(dataDir, 'sabotage')
  trial = await Trial.begin(starts, { dataDir, env: withSaboteur(sabotage) })
}, 120_000)
afterAll(async () => {
  await starts.endAll()
  printFaultTable()
})

const another = (before: number) =>
  until(
    () => rendererOf(trial.portal),
    (pid) => pid !== before,
  )

it('the renderer is killed again and again', () =>
  trial.during('renderer killed three times', async () => {
    const restarts = await trial.metric('portal_renderer_restarts_total')
    for (let kills = 1; kills <= 3; kills++) {
      await trial.drop('/zh/latest')
      const before = rendererOf(trial.portal)
      process.kill(before, 'SIGKILL')
      await Promise.all([trial.uncached('/zh/latest'), trial.save()])
      await another(before)
    }
    await trial.heals('/zh/latest')
    expect(await trial.metric('portal_renderer_restarts_total')).toBe(restarts + 3)
  }))

it('the renderer hangs', () =>
  trial.during('renderer stopped (SIGSTOP)', async () => {
    await trial.drop('/zh/latest')
    const hung = rendererOf(trial.portal)
    process.kill(hung, 'SIGSTOP')
    const saving = trial.save()
    expect(await trial.uncached('/zh/latest')).toBe(503)
    await another(hung)
    await saving
    await trial.heals('/zh/latest')
    expect(trial.portal.output()).toContain('the renderer hangs; it is killed')
  }))

it('the renderer runs out of memory', () =>
  trial.during('renderer out of memory', async () => {
    await trial.drop('/zh/latest')
    const before = rendererOf(trial.portal)
    writeFileSync(sabotage, `memory ${before}`)
    await Promise.all([trial.uncached('/zh/latest'), trial.save()])
    await another(before)
    await trial.heals('/zh/latest')
    expect(trial.portal.output()).toContain('heap out of memory')
  }))

it.each([
  ['fail', 'renderer answers every page with 500'],
  ['half', 'renderer sends half of every page'],
])('the renderer gives no whole page: %s', (deed, name) =>
  trial.during(name, async () => {
    await trial.drop('/zh/latest')
    writeFileSync(sabotage, deed)
    expect(await trial.uncached('/zh/latest')).toBe(503)
    expect(await trial.save()).toBe(201)
    rmSync(sabotage)
    trial.broken()
    await trial.heals('/zh/latest')
  }),
)

it('the renderer answers when it is looked at, and gives no page', () =>
  trial.during('renderer gives no page, but answers', async () => {
    const ill = rendererOf(trial.portal)
    writeFileSync(sabotage, `fail ${ill}`)
    const pages = ['/zh/latest', '/zh/feeds', '/zh/message', '/en/feeds']
    for (const page of pages) await trial.drop(page)
    await until(
      async () => {
        for (const page of pages) await trial.uncached(page)
        return rendererOf(trial.portal)
      },
      (pid) => pid !== ill,
    )
    await trial.heals('/zh/latest')
    expect(trial.portal.output()).toContain('gives no page; it is killed')
  }))

it('no save that was acknowledged is lost', () => trial.expectSaved())
