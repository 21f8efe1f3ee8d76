import pino from 'pino'
import { allowances } from '../../../edge/limits/limits.ts'
import { Violations } from '../../../edge/reports/violations.ts'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

const lines: Record<string, unknown>[] = []
const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line)) })
type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  lines.length = 0
  edge = await openEdge({ log })
})
afterEach(() => edge.close())

const report = (facts: Record<string, string>) => JSON.stringify({ 'csp-report': facts })
const send = (body: string) =>
  edge.ask('/csp-report', {
    method: 'POST',
    headers: { 'content-type': 'application/csp-report' },
    body,
  })

describe('a report of a policy', () => {
  it('is asked for by reader pages', async () => {
    edge.state.handler = (_req, res) => sendHtml(res, nextPage('', { status: 200, keys: [] }))
    const { headers } = await edge.ask('/en')
    expect(headers['content-security-policy']).toContain('; report-uri /csp-report')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('is logged without saying who read what', async () => {
    const told = await send(
      report({
        'document-uri': 'https://portal.example/en/search?q=my+name',
        'effective-directive': 'script-src-elem',
        'blocked-uri': 'https://evil.example/a.js?session=1',
      }),
    )
    expect(told).toMatchObject({ status: 204, text: '' })
    expect(lines).toMatchObject([
      { directive: 'script-src-elem', blocked: 'https://evil.example', unsaid: 0 },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/my\+name|session|127\.0\.0\.1/)
  })

  it.each(['', '{', '[]', '{"csp-report":1}', report({}), 'x'.repeat(16_000)])(
    'that is none (%#) is answered alike',
    async (body) => {
      expect(await send(body)).toMatchObject({ status: 204 })
    },
  )

  it('is refused over 16 KB, by another method, and when a network sends too many', async () => {
    expect(await send('x'.repeat(16 * 1024 + 1))).toMatchObject({ status: 413 })
    expect(await edge.ask('/csp-report')).toMatchObject({ status: 405 })
    for (let sent = 1; sent < allowances.report.points; sent++) await send(report({}))
    expect(await send(report({}))).toMatchObject({ status: 429 })
  })

  it('makes one line a minute for each directive, however many come', () => {
    let now = 0
    const violations = new Violations(log, () => now)
    for (let made = 0; made < 1000; made++)
      violations.add({ directive: 'img-src', blocked: 'data' })
    expect(lines).toHaveLength(1)
    now = 60_000
    violations.add({ directive: 'img-src', blocked: 'data' })
    expect(lines[1]).toMatchObject({ unsaid: 999 })
  })
})
