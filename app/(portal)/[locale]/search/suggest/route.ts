import { getTranslations } from 'next-intl/server'
import { textAnswer } from '@/app/(portal)/text-answer.ts'
import { isLanguage } from '@/lib/languages.ts'
import { readSuggestions } from '@/lib/reading/index.ts'
import { tidyQuery } from '@/lib/search/query/tidy.ts'

type Context = { params: Promise<{ locale: string }> }

/** What is proposed while somebody types: `[{ text, href, kind? }]`, as few as fit below a field. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  if (!isLanguage(locale)) return new Response(null, { status: 404 })
  const typed = tidyQuery(new URL(request.url).searchParams.get('q') ?? '')
  const [suggestions, t, list] = await Promise.all([
    readSuggestions(typed, locale),
    getTranslations({ locale, namespace: 'search' }),
    getTranslations({ locale, namespace: 'list' }),
  ])
  const kinds = {
    sections: t('section'),
    series: list('series'),
    topics: list('topic'),
    people: t('person'),
    story: undefined,
  }
  const answer = suggestions.map(({ kind, text, href }) => ({ text, href, kind: kinds[kind] }))
  const response = textAnswer(JSON.stringify(answer), 'application/json')
  response.headers.set('X-Robots-Tag', 'noindex')
  return response
}
