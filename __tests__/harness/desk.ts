import type { Payload, RequiredDataFromCollectionSlug } from 'payload'
import sharp from 'sharp'
import { toLexical } from '../../newsroom/import/markdown.ts'
import type { Article, User } from '../../newsroom/payload-types.ts'

/** What a story needs before it can be published, made once for a test file. */
export type Desk = {
  section: number
  otherSection: number
  person: number
  picture: number
  /** Data of a story that can be published; what is given replaces it. */
  story: (data?: Partial<ArticleData>) => ArticleData
}
type ArticleData = RequiredDataFromCollectionSlug<'articles'>

/** A small picture: a file as an editor would upload it. */
export async function pictureFile(name: string, colour = '#0c6b62') {
  const data = await sharp({ create: { width: 640, height: 360, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
  return { data, name, mimetype: 'image/jpeg', size: data.byteLength }
}

/** In a colour of its name's. */
export async function pictureOf(name: string): Promise<Buffer> {
  const colour = [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 0xffffff, 7)
  return (await pictureFile(name, `#${colour.toString(16).padStart(6, '0')}`)).data
}

export async function openDesk(payload: Payload): Promise<Desk> {
  const section = await payload.create({
    collection: 'sections',
    data: { name: 'City', slug: 'city' },
  })
  await payload.update({
    collection: 'sections',
    id: section.id,
    locale: 'zh',
    data: { name: '城事' },
  })
  const other = await payload.create({
    collection: 'sections',
    data: { name: 'Travel', slug: 'travel' },
  })
  const person = await payload.create({
    collection: 'people',
    data: { name: 'Lin Shan', slug: 'lin-shan' },
  })
  const picture = await payload.create({
    collection: 'media',
    data: { alt: 'A bridge', credit: 'Illustration: the desk' },
    file: await pictureFile('bridge.jpg'),
  })
  await payload.update({
    collection: 'media',
    id: picture.id,
    locale: 'zh',
    data: { alt: '一座桥', credit: '插画：编辑部' },
  })
  const references = {
    story: () => 0,
    picture: () => picture.id,
    page: () => ({ linkType: 'custom' as const, url: '/en/about' }),
  }
  const body = toLexical('A paragraph of the story.', references) as never
  return {
    section: section.id,
    otherSection: other.id,
    person: person.id,
    picture: picture.id,
    story: (data = {}) => ({
      language: 'en',
      headline: 'A train through a building',
      standfirst: 'How it came to be.',
      section: section.id,
      bylines: [{ person: person.id, role: 'text' }],
      picture: picture.id,
      body,
      publishedAt: '2026-01-02T03:04:05.000Z',
      _status: 'published',
      ...data,
    }),
  }
}

/** An account of a role, as a request of that person would carry it. */
export async function account(payload: Payload, role: User['role'], name: string = role) {
  const user = await payload.create({
    collection: 'users',
    data: { name, role, email: `${name}@example.com`, password: 'only for this test file' },
  })
  return { ...user, role, collection: 'users' as const }
}

/** The messages at the fields of a refused save. @throws {Error} when it was not refused. */
export async function refusalOf(save: Promise<unknown>): Promise<Record<string, string>> {
  try {
    await save
  } catch (error) {
    const data: unknown = error instanceof Error && 'data' in error ? error.data : null
    if (typeof data === 'object' && data !== null && 'errors' in data) {
      const errors = data.errors as { path: string; message: string }[]
      return Object.fromEntries(errors.map(({ path, message }) => [path, message]))
    }
    throw error
  }
  throw new Error('The save was not refused')
}

export type { Article }
