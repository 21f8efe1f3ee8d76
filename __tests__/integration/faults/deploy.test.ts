import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { anotherBuild } from '../../harness/another-build.ts'
import { until } from '../../harness/faults.ts'
import { prepareStarts, type Starts } from '../../harness/starts.ts'
import { keptPages, Trial } from '../../harness/trial.ts'

let starts: Starts
let trial: Trial
let checkout = ''
beforeAll(async () => {
  starts = await prepareStarts()
  trial = await Trial.begin(starts)
  checkout = join(trial.dataDir, '..', `another-build-${process.pid}`)
  anotherBuild(checkout)
}, 120_000)
afterAll(async () => {
  await starts.endAll()
  if (checkout !== '') rmSync(checkout, { recursive: true, force: true })
})

const stylesOf = (html: string): string[] =>
  [...html.matchAll(/\/_next\/static\/[\w./-]+\.css/g)].map(([path]) => path)

it('a new build begins with its own pages, and those of the old one find all that they name', async () => {
  const old = stylesOf((await trial.read('/en')).text)
  expect(old.length).toBeGreaterThan(0)
  trial.portal.child.kill('SIGTERM')
  expect(await trial.portal.ended).toBe(0)
  await trial.again(starts, { checkout })
  await until(
    () => trial.read('/readyz'),
    ({ status }) => status === 200,
  )
  const pages = await Promise.all(keptPages.map((path) => trial.read(path)))
  // Fetched by the new edge itself, before it was ready for readers.
  expect(pages.map(({ headers }) => headers['cache-status'])).toEqual(
    keptPages.map(() => expect.stringMatching(/; hit/)),
  )
  const now = new Set(pages.flatMap(({ text }) => stylesOf(text)))
  expect(old.filter((path) => now.has(path))).toEqual([])
  const answers = await Promise.all([...old, ...now].map((path) => trial.read(path)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  await trial.heals('/zh/latest')
  await trial.expectSaved()
})
