import { handleEndpoints } from 'payload'
import type { User } from '../../newsroom/payload-types.ts'
import { account, openDesk, pictureFile } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

const origin = 'http://localhost:3000'
const password = 'a password that nobody guesses'
type Asking = { body?: unknown; headers?: Record<string, string> }

let room: TestNewsroom
let config: typeof import('../../newsroom/payload.config.ts')['default']
let admin: User

beforeAll(async () => {
  room = await newsroomForTest()
  config = (await import('../../newsroom/payload.config.ts')).default
  admin = await account(room.payload, 'admin')
  await room.payload.update({ collection: 'users', id: admin.id, data: { password } })
  const desk = await openDesk(room.payload)
  await room.payload.create({ collection: 'articles', data: desk.story({ slug: 'shown' }) })
  await room.payload.create({
    collection: 'media',
    data: { alt: 'x', credit: 'y' },
    file: await pictureFile('original.jpg'),
  })
})
afterAll(() => room.close())

/** A request to /api as the renderer would take it. */
async function ask(method: string, path: string, { body, headers = {} }: Asking = {}) {
  const request = new Request(`${origin}/api${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return handleEndpoints({ config: await config, request })
}

async function signIn(): Promise<string> {
  const body = { email: admin.email, password }
  const answer = await ask('POST', '/users/login', { body })
  return /payload-token=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
}
const own = (cookie: string) => ({ headers: { cookie, origin } })

describe('over REST', () => {
  it('nobody reads or writes any collection without signing in', async () => {
    const open: string[] = []
    for (const slug of Object.keys(room.payload.collections))
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/1'],
        ['GET', '/count'],
        ['GET', '/versions'],
        ['POST', ''],
        ['PATCH', '/1'],
        ['DELETE', '/1'],
      ] as const) {
        const body = method === 'POST' || method === 'PATCH' ? { body: { name: 'x' } } : {}
        const answer = await ask(method, `/${slug}${path}`, body)
        // A preference of nobody is answered as none.
        const isRefused =
          [401, 403, 404, 501].includes(answer.status) || (await answer.json()).value === null
        if (!isRefused) open.push(`${method} ${slug}${path}`)
      }
    expect(open).toEqual([])
  })

  it.each([
    ['GET', '/access'],
    ['GET', '/globals/site-settings'],
    ['POST', '/globals/site-settings'],
    ['GET', '/media/file/original.jpg'],
    ['GET', '/payload-jobs/run'],
    ['POST', '/users/unlock'],
    ['POST', '/graphql'],
  ])('%s %s is refused without signing in', async (method, path) => {
    const { status } = await ask(
      method,
      path,
      method === 'POST' ? { body: { email: 'x@x.example' } } : {},
    )
    expect([401, 403, 404]).toContain(status)
  })

  it('an editor reads, and signing in needs nothing else to be open', async () => {
    const cookie = await signIn()
    const me = await ask('GET', '/users/me', own(cookie))
    expect(await me.json()).toMatchObject({ user: { email: admin.email } })
    const stories = await ask('GET', '/articles', own(cookie))
    expect(await stories.json()).toMatchObject({ docs: [{ slug: 'shown' }] })
    expect((await ask('GET', '/access', own(cookie))).status).toBe(200)
    const file = await ask('GET', '/media/file/original.jpg', own(cookie))
    expect(file.status).toBe(200)
    expect((await ask('GET', '/users/me')).status).toBe(200)
    expect((await ask('GET', '/users/init')).status).toBe(200)
    const forgot = await ask('POST', '/users/forgot-password', { body: { email: 'no@x.example' } })
    expect(forgot.status).toBe(200)
  })

  it('PUBLIC_API opens what is published, and nothing else', async () => {
    const { environment } = await import('../../newsroom/environment.ts')
    environment.publicApi = true
    try {
      const stories = await ask('GET', '/articles')
      expect(await stories.json()).toMatchObject({ docs: [{ slug: 'shown' }] })
      expect((await ask('GET', '/users')).status).toBe(403)
      expect((await ask('GET', '/articles/versions')).status).toBe(403)
    } finally {
      environment.publicApi = false
    }
  })
})

describe('a session', () => {
  it('is a cookie that scripts and other sites cannot use', async () => {
    const body = { email: admin.email, password }
    const answer = await ask('POST', '/users/login', { body })
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly=true; SameSite=Lax/)
  })

  it.each([
    ['of a foreign Origin', { origin: 'https://evil.example' }],
    ['of no Origin, across sites', { 'sec-fetch-site': 'cross-site' }],
    ['that no browser sent', {}],
  ])('counts for nothing in a request %s', async (_name, headers) => {
    const cookie = await signIn()
    const asked = { headers: { cookie, ...headers }, body: { name: 'Taken over' } }
    const answer = await ask('PATCH', `/users/${admin.id}`, asked)
    expect(answer.status).toBe(403)
  })

  it('ends when the password is changed elsewhere', async () => {
    const [stolen, mine] = [await signIn(), await signIn()]
    const changed = await ask('PATCH', `/users/${admin.id}`, { ...own(mine), body: { password } })
    expect(changed.status).toBe(200)
    const who = async (cookie: string) =>
      (await (await ask('GET', '/users/me', own(cookie))).json()).user
    expect(await who(stolen)).toBeNull()
    expect(await who(mine)).toMatchObject({ email: admin.email })
  })
})
