import { getTranslations } from 'next-intl/server'
import type { DrawnPlace } from '@/lib/drawings/pages.ts'
import type { Language } from '@/lib/languages.ts'
import { readSite } from '@/lib/reading/index.ts'
import { siteUrl } from './site-url.ts'

/** What the drawing of a page takes from the site and from the interface. */
export async function drawnPlace(locale: Language, path: string): Promise<DrawnPlace> {
  const [site, list, meta, message, feeds, archive, today, read, live] = await Promise.all([
    readSite(locale),
    getTranslations({ locale, namespace: 'list' }),
    getTranslations({ locale, namespace: 'meta' }),
    getTranslations({ locale, namespace: 'message' }),
    getTranslations({ locale, namespace: 'feeds' }),
    getTranslations({ locale, namespace: 'archive' }),
    getTranslations({ locale, namespace: 'onThisDay' }),
    getTranslations({ locale, namespace: 'mostRead' }),
    getTranslations({ locale, namespace: 'live' }),
  ])
  return {
    language: locale,
    path,
    site,
    siteUrl: siteUrl(),
    words: {
      live: live('running'),
      series: list('series'),
      topic: list('topic'),
      author: list('author'),
      archive: archive('title'),
      latest: meta('latest'),
      latestDescription: meta('latestDescription'),
      message: { title: message('title'), standfirst: message('intro') },
      feeds: { title: feeds('title'), standfirst: feeds('intro') },
      onThisDay: { title: today('title'), standfirst: today('description') },
      mostRead: { title: read('title'), standfirst: read('about') },
    },
  }
}
