import type { CollectionSlug } from 'payload'
import type { User } from '../../newsroom/payload-types.ts'
import { account, type Desk, openDesk, refusalOf } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Who = 'reader' | 'reporter' | 'editor' | 'admin'
type Account = Awaited<ReturnType<typeof account>>

const operations = ['create', 'read', 'update', 'delete'] as const
type Operation = (typeof operations)[number]

/** For each collection and operation: who is let in at all. Written out, so that a change is seen. */
const expected: Record<string, Record<Operation, Who[]>> = {
  articles: {
    create: ['reporter', 'editor', 'admin'],
    read: ['reader', 'reporter', 'editor', 'admin'],
    update: ['reporter', 'editor', 'admin'],
    delete: ['editor', 'admin'],
  },
  'live-entries': {
    create: ['reporter', 'editor', 'admin'],
    read: ['reader', 'reporter', 'editor', 'admin'],
    update: ['reporter', 'editor', 'admin'],
    delete: ['editor', 'admin'],
  },
  media: {
    create: ['reporter', 'editor', 'admin'],
    read: ['reader', 'reporter', 'editor', 'admin'],
    update: ['reporter', 'editor', 'admin'],
    delete: ['editor', 'admin'],
  },
  recordings: {
    create: ['reporter', 'editor', 'admin'],
    read: ['reader', 'reporter', 'editor', 'admin'],
    update: ['reporter', 'editor', 'admin'],
    delete: ['editor', 'admin'],
  },
  topics: {
    create: ['reporter', 'editor', 'admin'],
    read: ['reader', 'reporter', 'editor', 'admin'],
    update: ['editor', 'admin'],
    delete: ['editor', 'admin'],
  },
  ...Object.fromEntries(
    ['sections', 'series', 'people'].map((slug) => [
      slug,
      {
        create: ['editor', 'admin'],
        read: ['reader', 'reporter', 'editor', 'admin'],
        update: ['editor', 'admin'],
        delete: ['editor', 'admin'],
      },
    ]),
  ),
  ...Object.fromEntries(
    ['pages', 'front-pages'].map((slug) => [
      slug,
      {
        create: ['editor', 'admin'],
        read: ['reader', 'reporter', 'editor', 'admin'],
        update: ['editor', 'admin'],
        delete: ['admin'],
      },
    ]),
  ),
  messages: {
    create: [],
    read: ['editor', 'admin'],
    update: ['editor', 'admin'],
    delete: ['admin'],
  },
  addresses: {
    create: [],
    read: ['reporter', 'editor', 'admin'],
    update: [],
    delete: ['admin'],
  },
  ...Object.fromEntries(
    ['consent-counts', 'reading-counts'].map((slug) => [
      slug,
      { create: [], read: ['reporter', 'editor', 'admin'], update: [], delete: ['admin'] },
    ]),
  ),
  users: {
    create: ['admin'],
    read: ['reporter', 'editor', 'admin'],
    update: ['reporter', 'editor', 'admin'],
    delete: ['admin'],
  },
}

let room: TestNewsroom
let desk: Desk
const accounts = new Map<Who, Account | null>([['reader', null]])

beforeAll(async () => {
  room = await newsroomForTest()
  for (const role of ['admin', 'editor', 'reporter'] as const)
    accounts.set(role, await account(room.payload, role))
  desk = await openDesk(room.payload)
})
afterAll(() => room.close())

const as = (who: Who) => ({
  user: accounts.get(who) as User | null,
  overrideAccess: false as const,
})

describe('access', () => {
  it('the table covers every collection', () => {
    const own = room.payload.config.collections
      .map(({ slug }) => slug as string)
      .filter((slug) => !slug.startsWith('payload-'))
    expect(Object.keys(expected).sort()).toEqual(own.sort())
  })

  const rows = Object.entries(expected).flatMap(([collection, table]) =>
    operations.flatMap((operation) =>
      (['reader', 'reporter', 'editor', 'admin'] as const).map(
        (who) => [who, operation, collection, table[operation].includes(who)] as const,
      ),
    ),
  )
  it.each(rows)('%s %s %s: %s', async (who, operation, collection, allowed) => {
    const { access } = room.payload.collections[collection as CollectionSlug].config
    const { createLocalReq } = await import('payload')
    const user = accounts.get(who) as User | null
    const req = await createLocalReq(user ? { user } : {}, room.payload)
    const answer = await access[operation]({ req })
    expect(answer !== false).toBe(allowed)
  })

  it('the first account is an administrator, whatever was asked for', async () => {
    expect(accounts.get('admin')?.role).toBe('admin')
  })

  it('a reader sees published stories only', async () => {
    const draft = desk.story({ slug: 'hidden', _status: 'draft' })
    await room.payload.create({ collection: 'articles', data: draft })
    await room.payload.create({ collection: 'articles', data: desk.story({ slug: 'shown' }) })
    const { docs } = await room.payload.find({ collection: 'articles', ...as('reader') })
    expect(docs.map(({ slug }) => slug)).toEqual(['shown'])
  })

  it('a reader cannot reach versions, where drafts are', async () => {
    const versions = room.payload.findVersions({ collection: 'articles', ...as('reader') })
    await expect(versions).rejects.toThrow('not allowed')
  })

  it('a reporter writes drafts of their own, and publishes nothing', async () => {
    const { payload } = room
    const mine = await payload.create({
      collection: 'articles',
      draft: true,
      data: desk.story({ slug: 'mine', _status: 'draft' }),
      ...as('reporter'),
    })
    const save = { collection: 'articles', id: mine.id, ...as('reporter') } as const
    await expect(
      payload.update({ ...save, draft: true, data: { kicker: 'Draft' } }),
    ).resolves.toMatchObject({ kicker: 'Draft' })
    const refused = await refusalOf(payload.update({ ...save, data: { _status: 'published' } }))
    expect(refused._status).toMatch(/editor publishes/)
    const { docs } = await payload.find({
      collection: 'articles',
      where: { slug: { equals: 'shown' } },
    })
    const others = payload.update({
      ...save,
      id: docs[0]?.id ?? 0,
      draft: true,
      data: { kicker: 'Not mine' },
    })
    await expect(others).rejects.toThrow('not allowed')
  })

  it('a reporter cannot withdraw a story by saving it as a draft', async () => {
    const story = await room.payload.create({
      collection: 'articles',
      data: desk.story({ slug: 'safe', _status: 'draft' }),
      ...as('reporter'),
      draft: true,
    })
    const { id } = story
    await room.payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    const withdrawn = room.payload.update({
      collection: 'articles',
      id,
      data: { _status: 'draft' },
      ...as('reporter'),
    })
    expect((await refusalOf(withdrawn))._status).toMatch(/editor publishes/)
  })

  it('nobody but an administrator makes themselves more than they are', async () => {
    const { payload } = room
    const self = accounts.get('reporter')
    await payload.update({
      collection: 'users',
      id: self?.id ?? 0,
      data: { role: 'admin' },
      ...as('reporter'),
    })
    const { role } = await payload.findByID({ collection: 'users', id: self?.id ?? 0 })
    expect(role).toBe('reporter')
  })
})
