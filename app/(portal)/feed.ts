import { getTranslations } from 'next-intl/server'
import { answerNoteHeader, encodeAnswerNote } from '@/lib/answer-note.ts'
import { rssFeed } from '@/lib/feeds/rss.ts'
import { isLanguage } from '@/lib/languages.ts'
import { readList, readSite } from '@/lib/reading/index.ts'

/** The feed of the list at a path; 404 when there is no such list. */
export async function feedAnswer(locale: string, path: string): Promise<Response> {
  if (!isLanguage(locale)) return new Response(null, { status: 404 })
  const [list, site, t] = await Promise.all([
    readList(path),
    readSite(locale),
    getTranslations({ locale, namespace: 'meta' }),
  ])
  if (!list) return new Response(null, { status: 404 })
  const { name, description } = list.page
  const xml = rssFeed({
    siteUrl: process.env.SITE_URL ?? 'http://localhost:3000',
    language: locale,
    title: name ? `${site.name} | ${name}` : site.name,
    description: description ?? site.tagline ?? t('latestDescription'),
    list: list.page,
    path,
  })
  const note = encodeAnswerNote({ status: 200, keys: list.keys })
  return new Response(xml, {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8', [answerNoteHeader]: note },
  })
}
