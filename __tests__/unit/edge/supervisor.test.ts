import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import pino from 'pino'
import { levelOf, logMessages } from '../../../edge/renderer/output.ts'
import { Pulse } from '../../../edge/renderer/pulse.ts'
import { lifeline } from '../../../edge/renderer/spawn.ts'
import { Supervisor, type SupervisorOptions } from '../../../edge/renderer/supervisor.ts'

/** Stands in for Next: answers with its process id. */
const standIn = `
const port = Number(process.argv[process.argv.indexOf('--port') + 1])
require('node:http').createServer((req, res) => {
  if (req.url === '/die') process.exit(3)
  res.end(JSON.stringify({ pid: process.pid, secret: process.env.PAYLOAD_SECRET, headers: req.headers }))
}).on('upgrade', (req, socket) => socket.end('HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n'))
.listen(port, '127.0.0.1')`

function checkout(next: string): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'supervisor-'))
  mkdirSync(path.join(root, 'node_modules/next/dist/bin'), { recursive: true })
  writeFileSync(path.join(root, 'node_modules/next/dist/bin/next'), next)
  return root
}

const open: { supervisor: Supervisor; root: string }[] = []

function supervise(next: string, more: Partial<SupervisorOptions> = {}): Supervisor {
  const root = checkout(next)
  const supervisor = new Supervisor({
    root,
    mode: 'production',
    databaseUrl: 'postgres://localhost/none',
    dataDir: root,
    secret: 'a secret',
    siteUrl: 'http://localhost:3000',
    log: pino({ level: 'silent' }),
    ...more,
  })
  open.push({ supervisor, root })
  return supervisor
}

afterEach(async () => {
  for (const { supervisor, root } of open.splice(0)) {
    await supervisor.close()
    rmSync(root, { recursive: true })
  }
})

const ask = async (supervisor: Supervisor, target: string) => {
  const dispatcher = await supervisor.dispatcher(5000)
  const { body } = await dispatcher.request({ path: target, method: 'GET' })
  return (await body.json()) as { pid: number; secret: string; headers: object }
}

/** The connection breaks a moment before the supervisor hears of the end. */
async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === 40) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the renderer', () => {
  it('is started with its settings, again when it dies, and ends with the edge', async () => {
    const supervisor = supervise(standIn)
    await supervisor.start()
    const first = await ask(supervisor, '/')
    expect(first.secret).toBe('a secret')
    await expect(ask(supervisor, '/die')).rejects.toThrow()
    const second = await eventually(() => ask(supervisor, '/'))
    expect(second.pid).not.toBe(first.pid)
    await supervisor.close()
    expect(isRunning(second.pid)).toBe(false)
    await expect(supervisor.dispatcher(10)).rejects.toThrow('closing')
  })

  it('that answers, but gives no page any more, is started again, unless it lacks its database', async () => {
    const pulse = new Pulse({ after: 0 })
    let looks = 0
    const hasDatabase = () => ++looks > 2
    const supervisor = supervise(standIn, { pulse, hasDatabase, lookInterval: 20 })
    await supervisor.start()
    const { pid } = await ask(supervisor, '/')
    for (const page of ['/a', '/b', '/c', '/d', '/e']) pulse.miss(page)
    const next = await eventually(async () => {
      const asked = await ask(supervisor, '/')
      if (asked.pid === pid) throw new Error('It is still the same')
      return asked
    })
    expect(next.pid).not.toBe(pid)
    expect({ looks, restarts: supervisor.restarts }).toEqual({ looks: 3, restarts: 1 })
    expect(pulse.isIll).toBe(false)
  })

  it('answers its edge alone', async () => {
    const supervisor = supervise(standIn)
    await supervisor.start()
    const { origin, key } = supervisor
    const status = async (headers: Record<string, string>) =>
      (await fetch(origin, { headers })).status
    expect(await status({})).toBe(403)
    expect(
      await status({ 'x-portal-key': key.replace(/./, (one) => (one === 'a' ? 'b' : 'a')) }),
    ).toBe(403)
    expect(await status({ 'x-portal-key': key })).toBe(200)
    expect((await ask(supervisor, '/')).headers).not.toHaveProperty('x-portal-key')
    const upgraded = connect(Number(new URL(origin).port), '127.0.0.1')
    upgraded.end('GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')
    expect(await upgraded.toArray()).toEqual([])
  })

  it('that cannot come up ends the start', async () => {
    await expect(supervise('process.exit(1)').start()).rejects.toThrow('ended with code 1')
  })

  it('does not outlive an edge that was killed', async () => {
    const root = checkout('')
    const child = path.join(root, 'child.cjs')
    writeFileSync(child, 'setInterval(() => {}, 1000)')
    const program = `const { fork } = require('node:child_process')
      const child = fork(${JSON.stringify(child)}, { execArgv: ['--import', ${JSON.stringify(lifeline)}], detached: true })
      child.once('spawn', () => setTimeout(() => process.stdout.write(String(child.pid)), 300))`
    const edge = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [chunk] = await once(edge.stdout, 'data')
    const pid = Number(chunk)
    expect(isRunning(pid)).toBe(true)
    edge.kill('SIGKILL')
    await once(edge, 'exit')
    for (let tries = 0; isRunning(pid) && tries < 40; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(isRunning(pid)).toBe(false)
    rmSync(root, { recursive: true })
  })

  it('says what went wrong and where in one message, without colour', async () => {
    const told: string[] = []
    const log = pino(
      { level: 'debug' },
      { write: (line: string) => told.push(JSON.parse(line).msg) },
    )
    const lines = [
      '✓ \u001b[32mReady\u001b[0m',
      '⨯ Error: a',
      '    at b {',
      "  c: 'd'",
      '}',
      'next',
    ]
    const stream = Readable.from([
      Buffer.from(lines.join('\n').slice(0, 40)),
      Buffer.from(lines.join('\n').slice(40)),
    ])
    logMessages(stream, log)
    await once(stream, 'end')
    expect(told).toEqual(['✓ Ready', "⨯ Error: a\n    at b {\n  c: 'd'\n}", 'next'])
  })

  it.each([
    ['   at somewhere (file.js:1:1)', null],
    ['}', null],
    ['⨯ Error: no such table', 'error'],
    ['TypeError: x is not a function', 'error'],
    ['⚠ Something is deprecated', 'warn'],
    ['(node:1) DeprecationWarning: old', 'warn'],
    ['✓ Ready in 300ms', 'debug'],
  ])('says %s at level %s', (line, level) => expect(levelOf(line)).toBe(level))
})
