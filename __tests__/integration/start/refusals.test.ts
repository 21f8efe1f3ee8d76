import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { launch, processesOf } from '../../harness/processes.ts'
import { prepareStarts, type Starts } from '../../harness/starts.ts'

const asRoot = process.getuid?.() === 0
const onlyAsRoot = asRoot ? it : it.skip

describe('npm start refuses in one plain sentence', () => {
  let starts: Starts
  let blocker: Server
  beforeAll(async () => {
    starts = await prepareStarts()
    blocker = createServer()
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  }, 120_000)
  afterAll(async () => {
    await starts.endAll()
    await new Promise((resolve) => blocker.close(resolve))
  })

  const refusal = async (dataDir: string, env: Record<string, string> = {}) => {
    const { ended, output } = await starts.start(dataDir, { env })
    expect(await ended).toBe(1)
    expect(processesOf(dataDir)).toEqual([])
    const lines = output().trim().split('\n')
    const told = lines.filter((line) => line.startsWith('✗ '))
    expect(lines.at(-1)).toBe(told.at(-1))
    expect(output()).not.toMatch(/\n\s+at /)
    return told.map((line) => line.slice(2))
  }

  it('a wrong setting, with variable, fault and example', async () => {
    expect(await refusal(starts.dataDir(), { PORT: '3.5', LOG_LEVEL: 'loud' })).toEqual([
      'PORT must be a whole number from 1 to 65535. Example: PORT=3000',
      expect.stringMatching(/^LOG_LEVEL must be one of trace, .*Example: LOG_LEVEL=info$/),
    ])
  })

  it('a taken port', async () => {
    const address = blocker.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    expect(await refusal(starts.dataDir(), { PORT: port })).toEqual([
      `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or set PORT to another number.`,
    ])
  })

  it('a data folder that another start uses', async () => {
    const dataDir = starts.dataDir()
    const { bornOf } = await import('../../../scripts/start/hold.ts')
    const running = { pid: process.pid, born: bornOf(process.pid), url: null, databaseUrl: null }
    writeFileSync(join(dataDir, 'running.json'), JSON.stringify(running))
    const { ended, output } = await starts.start(dataDir)
    expect(await ended).toBe(1)
    expect(output()).toContain(`is in use by another start (process ${process.pid})`)
  })

  it('a data folder that cannot be written', async () => {
    // Root writes everywhere but in the kernel's own file system.
    const dataDir = asRoot ? '/sys/ichongqing' : join(starts.dataDir(), 'data')
    if (!asRoot) mkdirSync(dataDir, { mode: 0o555 })
    const { ended, output } = launch({ env: { DATA_DIR: dataDir } })
    expect(await ended).toBe(1)
    const reason = /permission is denied|its file system is read-only/.exec(output())
    expect(output()).toBe(`✗ Cannot use the data folder ${dataDir}: ${reason}.\n`)
  })

  it('data of another PostgreSQL', async () => {
    const dataDir = starts.dataDir('filled')
    writeFileSync(join(dataDir, 'database', 'cluster', 'PG_VERSION'), '17\n')
    expect(await refusal(dataDir)).toEqual([
      expect.stringMatching(/ was made by PostgreSQL 17, and this portal runs PostgreSQL 18: /),
    ])
  })

  it('a database that cannot be reached, by host and reason, without its password', async () => {
    const DATABASE_URL = 'postgres://me:sesame@127.0.0.1:1/news'
    expect(await refusal(starts.dataDir(), { DATABASE_URL })).toEqual([
      'The database at 127.0.0.1:1/news cannot be reached: nothing listens there.',
    ])
  })

  onlyAsRoot(
    'never, for a data folder below one that only root may enter',
    async () => {
      const closed = mkdtempSync(join(starts.dataDir(), 'closed-'))
      chmodSync(closed, 0o700)
      const dataDir = join(closed, 'data')
      const { ended, output } = launch({ args: ['--only-migrate'], env: { DATA_DIR: dataDir } })
      expect(await ended).toBe(0)
      expect(output()).toContain("The database's files are in /var/lib/ichongqing/database-")
      const { removeDataDir } = await import('../../../edge/database/temporary.ts')
      removeDataDir(dataDir)
    },
    60_000,
  )
})
