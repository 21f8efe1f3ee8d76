import { getTranslations } from 'next-intl/server'
import { answerNoteHeader, encodeAnswerNote } from '@/lib/answer-note.ts'
import { feedTypes } from '@/lib/feeds/addresses.ts'
import type { Feed, FeedWords } from '@/lib/feeds/feed.ts'
import { jsonFeed } from '@/lib/feeds/json.ts'
import { rssFeed } from '@/lib/feeds/rss.ts'
import type { Language } from '@/lib/languages.ts'
import { readContacts, readFeed, readSite } from '@/lib/reading/index.ts'
import { parseAddress, pathOf } from '@/lib/urls.ts'
import { siteUrl } from './site-url.ts'

/** Answers for a feed's own address, such as `/en/city/feed.json`; 404 when there is no such list. */
export async function GET(request: Request): Promise<Response> {
  const address = parseAddress(new URL(request.url).pathname)
  if (address?.kind !== 'feed') return new Response(null, { status: 404 })
  const { language, of, format } = address
  const [list, site, contacts, words, t] = await Promise.all([
    readFeed(of),
    readSite(language),
    readContacts(),
    readWords(language),
    getTranslations({ locale: language, namespace: 'meta' }),
  ])
  if (!list) return new Response(null, { status: 404 })
  const { name, description, stories } = list.page
  const feed: Feed = {
    siteUrl: siteUrl(),
    language,
    title: name === null ? site.name : `${site.name} | ${name}`,
    description: description || site.tagline || t('latestDescription'),
    path: pathOf(of),
    self: pathOf(address),
    hub: contacts.hub,
    stories,
    words,
  }
  const headers = new Headers({
    'Content-Type': `${feedTypes[format]}; charset=utf-8`,
    'Access-Control-Allow-Origin': '*',
    // The stories are to be found, not the list of them that programs read.
    'X-Robots-Tag': 'noindex',
    [answerNoteHeader]: encodeAnswerNote({ status: 200, keys: list.keys }),
  })
  const self = new URL(feed.self, feed.siteUrl).href
  if (feed.hub) headers.set('Link', `<${encodeURI(feed.hub)}>; rel="hub", <${self}>; rel="self"`)
  return new Response(format === 'rss' ? rssFeed(feed) : jsonFeed(feed), { headers })
}

async function readWords(locale: Language): Promise<FeedWords> {
  const [story, gallery, related, video, t] = await Promise.all([
    getTranslations({ locale, namespace: 'story' }),
    getTranslations({ locale, namespace: 'gallery' }),
    getTranslations({ locale, namespace: 'relatedStory' }),
    getTranslations({ locale, namespace: 'video' }),
    getTranslations({ locale, namespace: 'feed' }),
  ])
  const hosts = {
    youtube: video('youtube'),
    bilibili: video('bilibili'),
    tencent: video('tencent'),
  }
  return {
    dateline: (place) => story('dateline', { place }),
    gallery: gallery('title'),
    readAlso: related('readAlso'),
    correction: t('correction'),
    video: (title, host) => video('play', { title, host: hosts[host] }),
  }
}
