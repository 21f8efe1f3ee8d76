import { openEdge, sendHtml } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
})
afterEach(() => edge.close())

const answersWith = (type: string, body = 'x') => {
  edge.state.handler = (_req, res) => res.writeHead(200, { 'Content-Type': type }).end(body)
}

describe('the newsroom behind the edge', () => {
  it('gives each page a policy with a nonce of its own, and tells it to Next', async () => {
    const told: unknown[] = []
    edge.state.handler = (req, res) => {
      told.push(req.headers['content-security-policy'])
      sendHtml(res, '<html></html>')
    }
    const forged = { 'content-security-policy': "script-src 'nonce-forged'" }
    const answers = [
      await edge.ask('/admin', { headers: forged }),
      await edge.ask('/admin/login'),
    ].map(({ headers }) => String(headers['content-security-policy']))
    expect(answers).toEqual(told)
    const nonces = answers.map(
      (policy) =>
        /script-src 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic';/.exec(policy)?.[1] ?? policy,
    )
    expect(new Set(nonces).size).toBe(2)
    for (const policy of answers) {
      expect(policy).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    }
  })

  it('keeps its pages out of memory, frames, search engines and other sites', async () => {
    answersWith('text/html')
    expect((await edge.ask('/admin')).headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'strict-transport-security': expect.any(String),
      'x-content-type-options': 'nosniff',
    })
  })

  it.each([
    ['/api/users/me', 'application/json', "default-src 'none'; frame-ancestors 'none'"],
    ['/admin', 'text/x-component', "default-src 'none'; frame-ancestors 'none'"],
    ['/api/users/me', 'text/html', "default-src 'none'; frame-ancestors 'none'"],
    ['/api/media/file/a.jpg', 'image/jpeg', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ])('%s as %s may run nothing', async (path, type, policy) => {
    answersWith(type)
    const { headers } = await edge.ask(path)
    expect(headers['content-security-policy']).toBe(policy)
    expect(headers['content-type']).toBe(type)
  })

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml'])(
    'an upload that says it is %s is saved, and never shown',
    async (type) => {
      answersWith(type, '<script>alert(1)</script>')
      expect((await edge.ask('/api/media/file/a.html')).headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
        'content-security-policy': expect.stringContaining('sandbox'),
      })
    },
  )

  it.each([
    '/admin/../_next/image',
    '/admin/x\\..\\..\\_next\\image',
    '/admin/%2e%2e/api/x',
    '/en/../api/users',
    '/api/x%2f..%2f..%2fdrawings',
    '/api/..%5c..%5cdrawings',
    '/api//users',
    '/admin/.%2E/.env',
    '/ADMIN',
    '//admin',
    '/admin;/x',
    '/admin.json',
    '/apix',
    '/_next/data/build/admin.json',
    '/_next/image?url=%2Fadmin&w=64&q=75',
    '/_next/static/chunks/a.js.map',
    '/_next/static/../server/app.js',
    '/_next',
    '/__nextjs_original-stack-frame',
    '/.git/config',
    '/.env',
    '/.next/BUILD_ID',
    '/media/../secrets.json',
    '/media/%2e%2e/secrets.json',
    '/enhance/manifest.json',
    '/drawings/../admin',
  ])('%s is not found, and never asked of the renderer', async (path) => {
    edge.state.handler = (req, res) => {
      if (req.url?.endsWith('/-/not-found')) sendHtml(res, 'x', 500)
      else sendHtml(res, 'reached')
    }
    expect(await edge.ask(path)).toMatchObject({ status: 404 })
    expect(edge.state.renders.filter((line) => !line.endsWith('/-/not-found'))).toEqual([])
  })
})
