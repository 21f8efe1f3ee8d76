import { readVideoLink } from '../../lib/video-links.ts'

describe('videos by link', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', 'youtube', 'youtube-nocookie.com'],
    ['https://youtu.be/dQw4w9WgXcQ', 'youtube', 'youtube-nocookie.com'],
    ['https://www.bilibili.com/video/BV1xx411c7mD/', 'bilibili', 'player.bilibili.com'],
    ['https://v.qq.com/x/page/a0025abcdef.html', 'tencent', 'v.qq.com'],
  ])('%s plays on %s', (address, host, player) => {
    const video = readVideoLink(address)
    expect(video?.host).toBe(host)
    expect(video?.embedUrl).toContain(player)
  })

  it.each([
    'https://example.com/watch?v=dQw4w9WgXcQ',
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'javascript:alert(1)',
    'https://www.youtube.com/watch?v="><script>',
    'not an address',
  ])('%s is refused', (address) => {
    expect(readVideoLink(address)).toBeNull()
  })
})
