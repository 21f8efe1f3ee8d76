import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { Connections } from '../../../edge/cluster/connections.ts'
import { readCertificate } from '../../../edge/tls/certificate.ts'
import { selfSigned } from './certificates.ts'
import { ask, nextPage, sendHtml } from './fake-renderer.ts'
import { openWithWorkers, reader, workerProgram } from './workers-of-test.ts'

const story = '/en/2023/11/10/slug'
let program: Awaited<ReturnType<typeof workerProgram>>
let edge: Awaited<ReturnType<typeof openWithWorkers>>
let version = 1
beforeAll(async () => {
  program = await workerProgram()
})
afterAll(() => program.remove())
beforeEach(async () => {
  edge = await openWithWorkers(program.program)
  version = 1
  edge.state.handler = (req, res) => {
    req.resume()
    const isKnown = !req.url?.includes('unknown') && !req.url?.includes('not-found')
    const note = { status: isKnown ? 200 : 404, keys: ['articles:1'] } as const
    sendHtml(res, nextPage(`<p>${req.url} ${version}</p>`, note), note.status)
  }
})
afterEach(() => edge.close())

/** Two connections go to two workers. */
async function twoReaders() {
  const readers = [reader(edge.url), reader(edge.url)]
  for (const { read } of readers) await read('/healthz')
  return readers
}

const entries = async () => {
  await edge.entrance.gather()
  return edge.entrance.workers().map(({ report }) => report?.store.pages)
}
const pids = () => edge.entrance.workers().map(({ pid }) => pid ?? 0)

/** Tries until it is so. */
async function until(look: () => boolean | Promise<boolean>) {
  for (let tries = 0; !(await look()); tries++) {
    if (tries > 400) throw new Error('It did not come about')
    await pause(25)
  }
}

describe('several processes that answer readers', () => {
  it('answer as one does', async () => {
    const targets: [string, Parameters<typeof ask>[2]?][] = [
      ['/'],
      [story],
      [`${story}?utm_source=a`],
      [story, { headers: { 'accept-encoding': 'gzip' } }],
      [story, { method: 'HEAD' }],
      [story, { method: 'DELETE' }],
      ['/en/unknown'],
      ['/unknown'],
      ['/En'],
      ['/zh/latest'],
      ['/favicon.svg'],
      ['/_next/static/chunks/a.js'],
      ['/media/1-abc/wide-640.jpg', { headers: { range: 'bytes=2-4' } }],
      ['/healthz'],
      ['/readyz'],
      ['/api/stories'],
      ['/admin'],
      ['/drawings/none'],
      ['/consent.css?revision=x'],
      ['/count', { method: 'POST', body: 'what=shown' }],
      ['/en/message/send', { method: 'POST', body: 'name=a' }],
      ['/%', {}],
    ]
    const ofMoment = ['date', 'age', 'cache-status', 'x-request-id']
    const without = (headers: object) =>
      Object.entries(headers)
        .filter(([name]) => !ofMoment.includes(name))
        .map(([name, value]) => [name, String(value).replace(/'nonce-[^']+'/g, "'nonce'")])
    for (const [target, options] of targets)
      for (let time = 0; time < 2; time++) {
        const there = await ask(edge.url, target, options)
        const here = await ask(edge.here, target, options)
        expect([target, there.status, there.text]).toEqual([target, here.status, here.text])
        expect(without(there.headers)).toEqual(without(here.headers))
      }
  })

  it('have a page rendered once, and each keeps it', async () => {
    const readers = await twoReaders()
    for (let time = 0; time < 3; time++)
      for (const { read } of readers) expect((await read(story)).status).toBe(200)
    expect(edge.state.renders).toEqual([`GET ${story}`])
    expect(await entries()).toEqual([1, 1])
    for (const { leave } of readers) leave()
  })

  it('all show a change as soon as it is heard of', async () => {
    const readers = await twoReaders()
    for (const urgent of [false, true, false]) {
      for (const { read } of readers) await read(story)
      version++
      edge.purge(['articles:1'], urgent)
      for (const { read } of readers)
        expect((await read(story)).text).toContain(`${story} ${version}`)
    }
    for (const { leave } of readers) leave()
  })

  it('show no old page in a storm of changes', async () => {
    const readers = await twoReaders()
    const storm = (async () => {
      for (let change = 0; change < 1000; change++) {
        version++
        edge.purge(['articles:1'])
        if (change % 10 === 0) await pause(0)
      }
    })()
    const reading = readers.map(async ({ read }) => {
      for (let time = 0; time < 50; time++) expect((await read(story)).status).toBe(200)
    })
    await Promise.all([storm, ...reading])
    for (const { read } of readers)
      expect((await read(story)).text).toContain(`${story} ${version}`)
    for (const { leave } of readers) leave()
  })

  it('share one limit', async () => {
    const readers = await twoReaders()
    const told: number[] = []
    for (let time = 0; time < 40; time++) {
      const report = { method: 'POST', body: '{}' }
      const { status } = (await readers[time % 2]?.read('/csp-report', report)) ?? { status: 0 }
      told.push(status)
    }
    expect(told).toEqual([...Array(30).fill(204), ...Array(10).fill(429)])
    for (const { leave } of readers) leave()
  })

  it('count together', async () => {
    const readers = await twoReaders()
    for (const { read } of readers) for (let time = 0; time < 5; time++) await read(story)
    const count = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }
    const form = {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0 Safari/537.36',
    }
    for (const { read } of readers)
      for (const page of [story, '/en/2020/01/01/made-up'])
        await read('/count', {
          ...{ ...count, headers: { ...count.headers, ...form } },
          body: `what=read&page=${page}`,
        })
    // What there is to say of addresses that nobody has is kept as pages are.
    for (let time = 0; time < 2; time++) await readers[0]?.read('/en/no/such/address')
    expect(edge.edge.counts.take().reads).toEqual([
      expect.objectContaining({ path: story, count: 2 }),
    ])
    await until(async () => {
      await edge.entrance.gather()
      const sums = [...edge.edge.inside.requests.all()]
      const pages = sums.find(({ kind }) => kind === 'page')?.count
      return pages === 10 && sums.find(({ kind }) => kind === 'count')?.count === 4
    })
    expect(
      Object.fromEntries(
        [...edge.edge.inside.cacheResults()].map(({ how, count }) => [how, count]),
      ),
    ).toEqual({ hit: 10, miss: 2 })
    for (const { leave } of readers) leave()
  })

  it('tell what is read most when they end', async () => {
    const [first, second] = await twoReaders()
    for (let time = 0; time < 4; time++) await first?.read(story)
    for (let time = 0; time < 6; time++) await second?.read(story)
    for (let time = 0; time < 8; time++) await second?.read('/en')
    first?.leave()
    second?.leave()
    await edge.entrance.close(1000)
    expect(edge.edge.wanted.top(5)).toEqual([story, '/en'])
  })

  it('find the renderer where it is now', async () => {
    const { read, leave } = reader(edge.url)
    edge.entrance.rendererAt(null)
    edge.entrance.rendererAt(edge.place.renderer)
    expect((await read('/api/x')).status).toBe(200)
    leave()
  })

  it('are not missed by anybody when they die', async () => {
    const readers = await twoReaders()
    for (const { read } of readers) await read(story)
    const [first = 0] = pids()
    const before = pids()
    process.kill(first, 'SIGKILL')
    const told = await Promise.all(Array.from({ length: 40 }, () => ask(edge.url, story)))
    expect(told.map(({ status }) => status)).toEqual(Array(40).fill(200))
    const others = await Promise.all(readers.map(({ read }) => read(story).catch(() => null)))
    expect(others.filter((answer) => answer?.status === 200).length).toBeGreaterThanOrEqual(1)
    await until(() => pids().every((pid) => pid > 0 && pid !== first))
    expect(pids().filter((pid) => before.includes(pid))).toHaveLength(1)
    expect(edge.entrance.workers().map(({ restarts }) => restarts)).toEqual([1, 0])
    for (const { leave } of readers) leave()
  })

  it('answer a connection that was on its way to one that died', async () => {
    const [first = 0] = pids()
    process.kill(first, 'SIGSTOP')
    const asked = Array.from({ length: 6 }, () => ask(edge.url, story))
    // All but the one that it was handed are answered by the other.
    let answered = 0
    for (const one of asked) void one.then(() => answered++)
    await until(() => answered === 5)
    process.kill(first, 'SIGKILL')
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(6).fill(200))
  })

  it('go on when the signals of a service manager reach them, too', async () => {
    const readers = await twoReaders()
    const before = pids()
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
      for (const pid of before) process.kill(pid, signal)
    for (let time = 0; time < 3; time++)
      for (const { read } of readers) expect((await read(story)).status).toBe(200)
    expect(pids()).toEqual(before)
    expect(edge.entrance.workers().map(({ restarts }) => restarts)).toEqual([0, 0])
    for (const { leave } of readers) leave()
  })

  it('let readers wait while none is there', async () => {
    for (const pid of pids()) process.kill(pid, 'SIGKILL')
    const told = await Promise.all(Array.from({ length: 10 }, () => ask(edge.url, story)))
    expect(told.map(({ status }) => status)).toEqual(Array(10).fill(200))
  })

  it('finish what is under way when the edge closes', async () => {
    let finish = () => {}
    edge.state.handler = (_req, res) => {
      finish = () => sendHtml(res, nextPage('slow', { status: 200, keys: [] }))
    }
    const slow = ask(edge.url, story)
    await until(() => edge.state.renders.length === 1)
    const closed = edge.entrance.close(5000)
    await pause(100)
    finish()
    expect((await slow).text).toContain('slow')
    await closed
    expect(pids()).toEqual([0, 0])
  })
})

it('a server that listens nowhere itself cuts off who sends slowly', async () => {
  const options = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 }
  const connections = new Connections(createServer(options, (_req, res) => res.end()))
  const door = net.createServer((socket) => connections.take(socket)).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const slow = net.connect((door.address() as AddressInfo).port, '127.0.0.1')
  slow.write('GET / HTTP/1.1\r\nHost: a\r\n')
  expect(String((await once(slow, 'data'))[0])).toContain('408')
  await once(slow, 'close')
  await connections.drain(1000)
  door.close()
})

it('a port that is taken is said with the setting to change', async () => {
  const taken = net.createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  await expect(openWithWorkers(program.program, null, port)).rejects.toThrow(
    `Port ${port} is taken`,
  )
  taken.close()
})

it('several processes speak TLS with the certificate that is there now', async () => {
  const files = selfSigned('first')
  const renewed = selfSigned('second')
  const secure = await openWithWorkers(program.program, files)
  const subjectOf = async () => {
    const session = connectHttp2(secure.url, { rejectUnauthorized: false })
    await once(session, 'connect')
    const { subject } = (session.socket as TLSSocket).getPeerCertificate()
    session.destroy()
    return subject.CN
  }
  expect([await subjectOf(), await subjectOf()]).toEqual(['first', 'first'])
  secure.entrance.renew(readCertificate(renewed))
  expect([await subjectOf(), await subjectOf()]).toEqual(['second', 'second'])
  await secure.close()
  for (const { cert } of [files, renewed]) rmSync(path.dirname(cert), { recursive: true })
})
