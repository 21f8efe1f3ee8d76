import { jest } from '@jest/globals'

const load = () => {
  jest.resetModules()
  return import('./hearing.ts')
}

it('a fault is heard by another copy of the module: Next bundles it into each route', async () => {
  const route = await load()
  const newsroom = await load()
  expect(newsroom.hearing).not.toBe(route.hearing)
  const began = performance.now()
  const fault = new Error('Query read timeout')
  await route.hearing(async (heard) => {
    await null
    newsroom.noteFault(fault)
    expect(heard.fault).toBe(fault)
    await heard.silence
  })
  expect(route.anyFaultSince(began)).toBe(true)
})

it('what the database refuses is no fault of it', async () => {
  const { hearing, noteFault } = await load()
  const { default: pg } = await import('pg')
  const coded = (code: string) => Object.assign(new pg.DatabaseError('', 1, 'error'), { code })
  const faults = hearing((heard) =>
    ['23505', '42601', '57014', '53100', '57P01'].map((code) => {
      noteFault(coded(code))
      return heard.fault !== null
    }),
  )
  expect(faults).toEqual([false, false, false, true, true])
})
