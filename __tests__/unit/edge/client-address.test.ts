import type { IncomingMessage } from 'node:http'
import { callersBehind } from '../../../edge/http/client-address.ts'
import { openEdge } from './fake-renderer.ts'

const from = (remoteAddress: string, chain: string | undefined, trusted: string[]): string => {
  const req = { socket: { remoteAddress }, headers: { 'x-forwarded-for': chain } }
  return callersBehind(trusted).clientAddress(req as unknown as IncomingMessage)
}

describe('who asks', () => {
  it.each([
    ['nobody is trusted unless told', '10.0.0.1', '6.6.6.6', [], '10.0.0.1'],
    ['a stranger is not believed', '192.0.2.9', '6.6.6.6', ['10.0.0.0/8'], '192.0.2.9'],
    ['a trusted proxy is', '10.0.0.1', '192.0.2.1', ['10.0.0.0/8'], '192.0.2.1'],
    ['by its name', '::1', '192.0.2.1', ['loopback'], '192.0.2.1'],
    ['in IPv6 dress too', '::ffff:10.0.0.1', '192.0.2.1', ['10.0.0.0/8'], '192.0.2.1'],
    ['the dress comes off', '::ffff:192.0.2.9', undefined, [], '192.0.2.9'],
    ['only as far as it is trusted', '10.0.0.1', '1.1.1.1, 2.2.2.2', ['10.0.0.1'], '2.2.2.2'],
    ['through several', '10.0.0.1', '2001:db8::7, 10.9.9.9', ['10.0.0.0/8'], '2001:db8::7'],
    ['nonsense ends it', '10.0.0.1', '<script>, 10.9.9.9', ['10.0.0.0/8'], '10.9.9.9'],
    ['nonsense alone', '10.0.0.1', 'unknown', ['10.0.0.0/8'], '10.0.0.1'],
  ])('%s', (_, remote, chain, trusted, expected) =>
    expect(from(remote, chain, trusted)).toBe(expected),
  )
})

describe('the renderer', () => {
  it('is told who asks, and nothing else that a trusted proxy says of the site', async () => {
    const edge = await openEdge({ trustProxy: ['loopback'] })
    const seen: unknown[] = []
    edge.state.handler = (req, res) => {
      const { headers } = req
      seen.push(headers['x-forwarded-for'], headers['x-forwarded-proto'], headers.forwarded)
      seen.push(headers['x-forwarded-host'])
      res.end()
    }
    await edge.ask('/admin', {
      headers: {
        host: 'portal.example',
        'x-forwarded-for': '192.0.2.1',
        'x-forwarded-proto': 'ftp',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=6.6.6.6;host=evil.example',
      },
    })
    await edge.close()
    expect(seen).toEqual(['192.0.2.1', 'https', undefined, 'portal.example'])
  })
})
