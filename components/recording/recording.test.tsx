import { picture, render } from '../../__tests__/unit/render.tsx'
import type { Recording } from '../../lib/recordings.ts'
import { Film } from './film.tsx'
import { Listen } from './listen.tsx'

const film: Recording = {
  id: 3,
  kind: 'video',
  title: 'Over the Yangtze',
  credit: 'Illustration: iChongqing',
  seconds: 65.2,
  source: {
    kind: 'file',
    path: '/media/fe/film.mp4',
    type: 'video/mp4',
    bytes: 986664,
    size: { width: 960, height: 540 },
  },
  poster: null,
  captions: [
    { language: 'zh', path: '/media/fe/captions-zh-1.vtt' },
    { language: 'en', path: '/media/fe/captions-en-2.vtt' },
  ],
  transcript: ['Two cars.', 'One rope.'],
}
const sound: Recording = {
  ...film,
  kind: 'audio',
  source: { ...film.source, path: '/media/fe/sound.mp3', type: 'audio/mpeg' } as never,
}

describe('film', () => {
  const html = render(<Film film={film} picture={picture} />, 'zh')

  it('loads nothing before it is played, and takes its place', () => {
    expect(html).toMatch(/<video [^>]*preload="none"/)
    expect(html).toMatch(/poster="\/media\/12-9f8e7d6c\/wide-1280\.jpg" width="960" height="540"/)
  })

  it('has captions in every language that has them, and a transcript', () => {
    expect(html.match(/<track /g)).toHaveLength(2)
    expect(html).toMatch(/srcLang="zh-Hans" label="中文"/i)
    expect(html).toContain('<p>Two cars.</p><p>One rope.</p>')
    expect(html).toContain('<span>1:05</span>')
  })

  it('by link loads nothing of its host', () => {
    const video = {
      host: 'bilibili',
      watchUrl: 'https://www.bilibili.com/video/BV1',
      embedUrl: 'https://player.bilibili.com/player.html?bvid=BV1',
    } as const
    const linked = render(
      <Film film={{ ...film, source: { kind: 'video-link', video } }} picture={picture} />,
    )
    expect(linked).toContain('<a href="https://www.bilibili.com/video/BV1"')
    expect(linked).not.toMatch(/<(?:iframe|video|track)[ >]/)
  })
})

describe('audio version', () => {
  it('plays a file of our own, and leads to one of others', () => {
    expect(render(<Listen audio={sound} />)).toMatch(/<audio [^>]*preload="none"[^>]*sound\.mp3/)
    const source = { kind: 'link', href: 'https://radio.example/a.mp3' } as const
    const linked = render(<Listen audio={{ ...sound, source }} />)
    expect(linked).toContain('<a class="link" href="https://radio.example/a.mp3" rel="external">')
    expect(linked).not.toContain('<audio')
  })
})
