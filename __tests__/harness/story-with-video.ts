import { editor } from './portal.ts'

/** Path of a story that shows a video; the sample edition has none. */
export async function storyWithVideo(): Promise<string> {
  const desk = await editor('editor')
  const slug = 'a-story-with-a-video'
  const known = await desk.send('GET', `/api/articles?where[slug][equals]=${slug}`)
  if (known.totalDocs !== 0) return (known.docs as { path: string }[])[0]?.path ?? ''
  const { docs } = await desk.send('GET', '/api/articles?where[slug][equals]=xiaomian&depth=0')
  const [model] = docs as {
    section: number
    picture: number
    bylines: { person: number; role: string }[]
  }[]
  if (!model) throw new Error('The sample edition is not there')
  const video = {
    blockType: 'video',
    url: 'https://www.bilibili.com/video/BV1xx411c7mD',
    title: 'A train',
    picture: model.picture,
  }
  const root = {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: null,
    children: [
      {
        type: 'block',
        format: '',
        version: 2,
        fields: { id: 'a1b2c3d4e5f6a7b8c9d0e1f2', blockName: '', ...video },
      },
    ],
  }
  const created = await desk.send('POST', '/api/articles', {
    language: 'en',
    slug,
    headline: 'A story with a video',
    standfirst: 'It holds one.',
    section: model.section,
    picture: model.picture,
    bylines: model.bylines.map(({ person, role }) => ({ person, role })),
    body: { root },
    publishedAt: '2026-01-02T03:04:05.000Z',
    _status: 'published',
  })
  return (created.doc as { path: string }).path
}
