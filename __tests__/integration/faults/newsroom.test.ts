import { handleEndpoints } from 'payload'
import { withoutDatabase } from '../../../newsroom/faults/without-database.ts'
import { account } from '../../harness/desk.ts'
import { until } from '../../harness/faults.ts'
import { newsroomForTest, type TestNewsroom } from '../../harness/newsroom.ts'
import { openRelay, type Relay } from '../../harness/relay.ts'

/*
 * What an editor is told while the database cannot be reached: a sentence, in the editor's language, that says that the save
 * has to be made again. Never that all is saved, nor that it is not allowed.
 */
const origin = 'http://localhost:3000'
const password = 'a password that nobody guesses'
/** ms; the portal's own is 15 s. */
const patience = 2000

let room: TestNewsroom
let relay: Relay
let handle: (request: Request) => Promise<Response>
let cookie: string

beforeAll(async () => {
  process.env.DATABASE_PATIENCE_MS = `${patience}`
  room = await newsroomForTest({
    way: async (url) => {
      relay = await openRelay(url)
      return relay.url
    },
  })
  const config = (await import('../../../newsroom/payload.config.ts')).default
  const answer = withoutDatabase(config, async (request) =>
    handleEndpoints({ config: await config, request }),
  )
  handle = (request) => answer(request, null)
  const admin = await account(room.payload, 'admin')
  await room.payload.update({ collection: 'users', id: admin.id, data: { password } })
  const signedIn = await ask('POST', '/users/login', { email: admin.email, password })
  cookie = /payload-token=[^;]+/.exec(signedIn.headers.get('set-cookie') ?? '')?.[0] ?? ''
})
afterEach(() => relay.heal())
afterAll(async () => {
  await room.close()
  await relay.close()
})

function ask(method: string, path: string, body?: object, language = 'en') {
  const headers = { 'content-type': 'application/json', 'accept-language': language, origin }
  return handle(
    new Request(`${origin}/api${path}`, {
      method,
      headers: cookie ? { ...headers, cookie } : headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  )
}

let topics = 0
const save = (language = 'en') => {
  const slug = `topic-${++topics}`
  return ask('POST', '/topics', { name: slug, slug }, language)
}

async function told(answer: Response) {
  const { errors } = (await answer.json()) as { errors: { message: string }[] }
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    message: errors[0]?.message,
  }
}
const notSaved = {
  en: { status: 503, retryAfter: '5', message: expect.stringMatching(/^This may not be saved/) },
  zh: { status: 503, retryAfter: '5', message: expect.stringMatching(/^可能尚未保存/) },
}

/** Nothing is left over that a later save would wait behind. */
async function expectHealed() {
  await relay.heal()
  await until(
    () => save(),
    ({ status }) => status === 201,
  )
  const answers = await Promise.all(Array.from({ length: 12 }, () => save()))
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
}

it('a database that falls silent is given up, for every save that waits for it', async () => {
  expect((await save()).status).toBe(201)
  relay.fallSilent()
  const answers = await Promise.all([...Array.from({ length: 12 }, () => save()), save('zh')])
  const [last, ...others] = (await Promise.all(answers.map(told))).toReversed()
  expect(others).toEqual(Array(12).fill(notSaved.en))
  expect(last).toEqual(notSaved.zh)
  await expectHealed()
})

it('a database that refuses connections does not make strangers of editors', async () => {
  await relay.refuse()
  expect(await told(await save('zh-CN'))).toEqual(notSaved.zh)
  const { status, message } = await told(await ask('GET', '/users/me'))
  expect({ status, message }).toEqual({
    status: 503,
    message: expect.stringContaining('cannot reach its database'),
  })
  await expectHealed()
})

it.each(['begin', 'insert into "topics"', 'commit'])(
  'a save whose connection breaks at its %s is not acknowledged',
  async (statement) => {
    relay.breakAt(statement)
    expect(await told(await save())).toEqual(notSaved.en)
    await expectHealed()
  },
)

it('a slow database is waited for', async () => {
  relay.slowDown(30)
  expect((await save()).status).toBe(201)
})

it('what the newsroom refuses by itself is told in its own words', async () => {
  const answer = await ask('POST', '/topics', { slug: 'no name' })
  expect((await told(answer)).status).toBe(400)
})
