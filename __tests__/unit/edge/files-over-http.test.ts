import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { openEdge } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
})
afterEach(() => edge.close())

describe('files', () => {
  it('of a build are immutable and compressed', async () => {
    const told = await edge.ask('/_next/static/chunks/a.js', {
      headers: { 'accept-encoding': 'br' },
    })
    expect(told.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
    })
    const headers = { 'accept-encoding': 'br', 'if-none-match': `${told.headers.etag}` }
    expect(await edge.ask('/_next/static/chunks/a.js', { headers })).toMatchObject({ status: 304 })
    expect(await edge.ask('/enhance/portal-1a2b3c4d.js')).toMatchObject({ status: 200 })
    expect(await edge.ask('/enhance/live-1a2b3c4d.css')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8' },
    })
    expect(await edge.ask('/favicon.svg')).toMatchObject({ status: 200 })
  })

  it('of earlier builds are there for pages that are still open', async () => {
    for (const target of ['/_next/static/chunks/old.css', '/enhance/portal-0a0b0c0d.js'])
      expect(await edge.ask(target)).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'public, max-age=31536000, immutable' },
      })
    expect(await edge.ask('/_next/static/chunks/half.css')).toMatchObject({ status: 404 })
  })

  it('that the next build has put aside are still there', async () => {
    const { root } = edge.place
    const aside = path.join(root, '.build/assets/since/enhance')
    mkdirSync(aside, { recursive: true })
    renameSync(
      path.join(root, '.build/enhance/live-1a2b3c4d.css'),
      path.join(aside, 'live-1a2b3c4d.css'),
    )
    expect(await edge.ask('/enhance/live-1a2b3c4d.css')).toMatchObject({ status: 200 })
  })

  it('outside of their folders, or meant for the build, are not there', async () => {
    for (const target of [
      '/_next/static/chunks/b.js',
      '/enhance/manifest.json',
      '/_next/server/a.js',
      '/media/1-abc/..%2f..%2fsecrets.json',
      '/media/1-abc/none-1.jpg',
    ])
      expect(await edge.ask(target)).toMatchObject({ status: 404 })
  })

  it('of recordings come in ranges, as what they are', async () => {
    const film = '/media/1-abc/film.mp4'
    expect(await edge.ask(film, { headers: { range: 'bytes=0-' } })).toMatchObject({
      status: 206,
      headers: {
        'content-type': 'video/mp4',
        'content-range': 'bytes 0-9/10',
        'x-content-type-options': 'nosniff',
      },
    })
    expect(await edge.ask('/media/1-abc/captions-en-0a1b2c3d4e5f.vtt')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/vtt; charset=utf-8' },
    })
  })

  it('of pictures come in ranges', async () => {
    const picture = '/media/1-abc/wide-640.jpg'
    expect(await edge.ask(picture)).toMatchObject({
      status: 200,
      text: '0123456789',
      headers: { 'content-type': 'image/jpeg', 'accept-ranges': 'bytes' },
    })
    expect(await edge.ask(picture, { headers: { range: 'bytes=2-4' } })).toMatchObject({
      status: 206,
      text: '234',
      headers: { 'content-range': 'bytes 2-4/10' },
    })
    expect(await edge.ask(picture, { headers: { range: 'bytes=10-' } })).toMatchObject({
      status: 416,
    })
  })
})
