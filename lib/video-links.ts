import type { VideoLink } from './reading/types.ts'

/**
 * Reads the address of a video on one of the three sites that stories may show; null for any other.
 * The player's address is YouTube's without cookies, and Bilibili's without autoplay.
 */
export function readVideoLink(address: string): VideoLink | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  if (host === 'youtube.com' || host === 'youtu.be') return youtube(url, host)
  if (host === 'bilibili.com') return bilibili(url)
  if (host === 'v.qq.com') return tencent(url)
  return null
}

function youtube(url: URL, host: string): VideoLink | null {
  const id = host === 'youtu.be' ? url.pathname.slice(1) : url.searchParams.get('v')
  if (!id || !/^[\w-]{11}$/.test(id)) return null
  return {
    host: 'youtube',
    watchUrl: `https://www.youtube.com/watch?v=${id}`,
    embedUrl: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  }
}

function bilibili(url: URL): VideoLink | null {
  const id = /^\/video\/(BV[0-9A-Za-z]{10})\/?$/.exec(url.pathname)?.[1]
  if (!id) return null
  return {
    host: 'bilibili',
    watchUrl: `https://www.bilibili.com/video/${id}`,
    embedUrl: `https://player.bilibili.com/player.html?bvid=${id}&autoplay=1`,
  }
}

function tencent(url: URL): VideoLink | null {
  const id = /\/(?:page|cover(?:\/\w+)?)\/(\w{11})\.html$/.exec(url.pathname)?.[1]
  if (!id) return null
  return {
    host: 'tencent',
    watchUrl: `https://v.qq.com/x/page/${id}.html`,
    embedUrl: `https://v.qq.com/txp/iframe/player.html?vid=${id}&autoplay=true`,
  }
}
