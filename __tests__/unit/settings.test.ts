import { readSettings } from '../../lib/settings.ts'
import { defaultWorkers, sharesOf } from '../../lib/workers.ts'

const read = (env: Record<string, string>) => readSettings(env, '/srv/portal')
const settings = (env: Record<string, string>) => {
  const result = read(env)
  if (!('settings' in result)) throw new Error(JSON.stringify(result.problems))
  return result.settings
}
const problems = (env: Record<string, string>) => {
  const result = read(env)
  return 'problems' in result ? result.problems : []
}

describe('settings', () => {
  it('need nothing to be given', () => {
    expect(settings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      siteUrl: 'http://localhost:3000',
      databaseUrl: null,
      dataDir: '/srv/portal/data',
      secret: null,
      logLevel: 'info',
      admin: null,
      cacheBytes: 256 * 1024 * 1024,
      workers: null,
      trustProxy: [],
      tls: null,
      metrics: null,
      newsroom: null,
      plainPort: null,
      publicApi: false,
    })
  })

  it('take an empty variable for an absent one', () => {
    expect(settings({ DATABASE_URL: '', PORT: ' ' })).toEqual(settings({}))
  })

  it('give the site the port that it listens on', () => {
    expect(settings({ PORT: '8080' }).siteUrl).toBe('http://localhost:8080')
  })

  it('keep a site address as its origin', () => {
    expect(settings({ SITE_URL: 'https://WWW.Example.com/' }).siteUrl).toBe(
      'https://www.example.com',
    )
  })

  it('list the proxies that are trusted', () => {
    expect(settings({ TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::1' }).trustProxy).toEqual([
      'loopback',
      '10.0.0.0/8',
      '2001:db8::1',
    ])
  })

  it('start a relative data folder from the checkout', () => {
    expect(settings({ DATA_DIR: '../kept' }).dataDir).toBe('/srv/kept')
    expect(settings({ DATA_DIR: '/mnt/kept' }).dataDir).toBe('/mnt/kept')
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', 'http'],
    ['HOST', 'http://localhost'],
    ['SITE_URL', 'www.example.com'],
    ['SITE_URL', 'ftp://example.com'],
    ['SITE_URL', 'https://example.com/news'],
    ['SITE_URL', 'https://me:secret@example.com'],
    ['DATABASE_URL', 'mysql://localhost/news'],
    ['DATABASE_URL', 'localhost:5432'],
    ['PAYLOAD_SECRET', 'too short'],
    ['LOG_LEVEL', 'loud'],
    ['CACHE_MB', '-1'],
    ['PUBLIC_API', 'yes'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', 'loopback, 10.0.0.0/64'],
  ])('refuse %s=%s with its name, the fault and an example', (variable, value) => {
    expect(problems({ [variable]: value })).toEqual([
      { variable, problem: expect.stringMatching(/^must /), example: expect.stringMatching(/./) },
    ])
  })

  it('report every wrong variable at once', () => {
    const found = problems({ PORT: 'x', LOG_LEVEL: 'x', ADMIN_EMAIL: 'x', ADMIN_PASSWORD: 'x' })
    expect(found.map((problem) => problem.variable)).toEqual([
      'PORT',
      'LOG_LEVEL',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
    ])
  })

  it('speak TLS with a certificate and its key, and say https then', () => {
    expect(settings({ TLS_CERT: 'tls/a.pem', TLS_KEY: '/etc/a.key' })).toMatchObject({
      tls: { cert: '/srv/portal/tls/a.pem', key: '/etc/a.key' },
      siteUrl: 'https://localhost:3000',
    })
    expect(problems({ TLS_KEY: 'a.key' })).toMatchObject([{ variable: 'TLS_CERT' }])
  })

  it('give the newsroom an origin of its own at its port', () => {
    const site = { SITE_URL: 'https://example.com', ADMIN_PORT: '3001' }
    const own = { address: { port: 3001, host: '127.0.0.1' }, url: 'https://example.com:3001' }
    expect(settings(site).newsroom).toEqual(own)
    const named = { ...site, ADMIN_URL: 'https://desk.example.com', ADMIN_HOST: '10.0.0.1' }
    const there = { address: { port: 3001, host: '10.0.0.1' }, url: 'https://desk.example.com' }
    expect(settings(named).newsroom).toEqual(there)
  })

  it('give the newsroom a name of its own at the port of readers', () => {
    const named = { SITE_URL: 'https://example.com', ADMIN_URL: 'https://desk.example.com' }
    expect(settings(named).newsroom).toEqual({ url: 'https://desk.example.com', address: null })
    expect(settings({ SITE_URL: 'https://example.com' }).newsroom).toBeNull()
  })

  it.each([
    ['HTTP_PORT', {}],
    ['HTTP_PORT', { TLS_CERT: 'a.pem', TLS_KEY: 'a.key', PORT: '8080' }],
    [
      'HTTP_PORT',
      {
        TLS_CERT: 'a.pem',
        TLS_KEY: 'a.key',
        ADMIN_PORT: '8080',
      },
    ],
    ['SITE_URL', { TLS_CERT: 'a.pem', TLS_KEY: 'a.key', SITE_URL: 'http://a.example' }],
  ])('refuse a plain port that leads nowhere: %s', (variable, env) => {
    expect(problems({ HTTP_PORT: '8080', ...env })).toMatchObject([{ variable }])
  })

  it('lead from a plain port to the one with TLS', () => {
    const tls = { TLS_CERT: 'a.pem', TLS_KEY: 'a.key', PORT: '443' }
    expect(settings({ ...tls, HTTP_PORT: '80' }).plainPort).toBe(80)
    expect(settings(tls).plainPort).toBeNull()
  })

  it.each([
    ['ADMIN_PORT', { ADMIN_PORT: '3000' }],
    ['ADMIN_URL', { SITE_URL: 'http://a.example', ADMIN_URL: 'https://a.example:8443' }],
    [
      'ADMIN_URL',
      { ADMIN_PORT: '3001', SITE_URL: 'http://a.example', ADMIN_URL: 'http://a.example' },
    ],
  ])('refuse a newsroom that has no place of its own: %s', (variable, env) => {
    expect(problems(env)).toMatchObject([{ variable, problem: expect.stringMatching(/^must /) }])
  })

  it('want address and password of the first account together', () => {
    expect(problems({ ADMIN_EMAIL: 'a@example.com' })).toMatchObject([
      { variable: 'ADMIN_PASSWORD' },
    ])
    expect(problems({ ADMIN_PASSWORD: 'long enough, surely' })).toMatchObject([
      { variable: 'ADMIN_EMAIL' },
    ])
  })

  it('refuse more workers than memory for kept pages is enough for', () => {
    expect(settings({ EDGE_WORKERS: '32' }).workers).toBe(32)
    expect(problems({ EDGE_WORKERS: '33' })).toEqual([
      {
        variable: 'EDGE_WORKERS',
        problem: expect.stringContaining('at most 32 with CACHE_MB=256'),
        example: '32',
      },
    ])
    expect(problems({ EDGE_WORKERS: '0' })).toMatchObject([{ variable: 'EDGE_WORKERS' }])
  })

  it.each([
    [1, 256, 1],
    [2, 256, 1],
    [3, 256, 2],
    [4, 256, 3],
    [64, 256, 8],
    [8, 16, 2],
    [8, 8, 1],
  ])('on %d cores, with %d MB, give the edge %d processes', (cores, mb, workers) => {
    expect(defaultWorkers(cores, mb * 1024 * 1024)).toBe(workers)
  })

  it('divide memory for kept pages so that all of it together stays within the setting', () => {
    for (let workers = 1; workers <= 32; workers++) {
      const { primary, worker } = sharesOf(256, workers)
      expect(primary + (workers > 1 ? workers * worker : 0)).toBeLessThanOrEqual(256)
    }
  })

  it('never repeat a secret in a problem', () => {
    const found = problems({ PAYLOAD_SECRET: 'sesame', ADMIN_PASSWORD: 'sesame' })
    expect(JSON.stringify(found)).not.toContain('sesame')
  })
})
