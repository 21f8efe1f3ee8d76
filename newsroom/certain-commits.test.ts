import { postgresAdapter } from '@payloadcms/db-postgres'
import { withCertainCommits } from './certain-commits.ts'

/** Payload's own adapter before a database that does as it is told; and what was done there. */
function adapterOn(commit: () => Promise<void>, { certain = true } = {}) {
  const database = postgresAdapter({
    pool: { connectionString: 'postgres://nobody@127.0.0.1/none' },
  })
  const payload = { logger: { error: () => {} } }
  const { init } = certain ? withCertainCommits(database) : database
  const adapter = init({ payload: payload as never })
  adapter.resolveInitializing()
  const done: string[] = []
  // As drizzle does it.
  const transaction = async (work: (tx: object) => Promise<unknown>) => {
    await null
    done.push('begin')
    try {
      await work({})
      await commit()
      done.push('commit')
    } catch (error) {
      done.push('rollback')
      throw error
    }
  }
  adapter.drizzle = { transaction } as never
  return { adapter, done }
}

const begun = async (adapter: ReturnType<typeof adapterOn>['adapter']): Promise<string> =>
  String(await adapter.beginTransaction())

const full = Object.assign(new Error('could not extend file'), { code: '53100' })
const fails = () => Promise.reject(full)

describe('a transaction of the newsroom', () => {
  it('that is committed says so', async () => {
    const { adapter, done } = adapterOn(async () => {})
    await adapter.commitTransaction(await begun(adapter))
    expect(done).toEqual(['begin', 'commit'])
    expect(adapter.sessions).toEqual({})
  })

  it('that cannot be committed fails, and says why', async () => {
    const { adapter, done } = adapterOn(fails)
    const id = await begun(adapter)
    await expect(adapter.commitTransaction(Promise.resolve(id))).rejects.toMatchObject({
      message: 'The transaction is not committed',
      cause: full,
    })
    expect(done).toEqual(['begin', 'rollback'])
    expect(adapter.sessions).toEqual({})
  })

  it('would be taken for committed without this', async () => {
    const { adapter, done } = adapterOn(fails, { certain: false })
    await expect(adapter.commitTransaction(await begun(adapter))).resolves.toBeUndefined()
    expect(done).toEqual(['begin', 'rollback'])
  })

  it('that was rolled back is not committed, and is no fault', async () => {
    const { adapter, done } = adapterOn(async () => {})
    const id = await begun(adapter)
    await adapter.rollbackTransaction(id)
    await adapter.commitTransaction(id)
    expect(done).toEqual(['begin', 'rollback'])
  })

  it('that cannot begin fails at once', async () => {
    const { adapter } = adapterOn(async () => {})
    adapter.drizzle = {
      transaction: () => Promise.reject(new Error('the database system is shutting down')),
    } as never
    await expect(adapter.beginTransaction()).rejects.toThrow('cannot begin transaction')
  })

  it('is told from another that runs beside it', async () => {
    let commits = 0
    const { adapter } = adapterOn(() => (++commits === 1 ? fails() : Promise.resolve()))
    const [first, second] = [await begun(adapter), await begun(adapter)]
    await expect(adapter.commitTransaction(first)).rejects.toThrow('not committed')
    await expect(adapter.commitTransaction(second)).resolves.toBeUndefined()
  })
})
