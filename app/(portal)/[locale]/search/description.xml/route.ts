import { getTranslations } from 'next-intl/server'
import { siteUrl } from '@/app/(portal)/site-url.ts'
import { textAnswer } from '@/app/(portal)/text-answer.ts'
import { isLanguage } from '@/lib/languages.ts'
import { readSite } from '@/lib/reading/index.ts'
import { searchDescription, searchDescriptionType } from '@/lib/search/description.ts'

type Context = { params: Promise<{ locale: string }> }

/** By which a browser takes the portal among its search engines. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  if (!isLanguage(locale)) return new Response(null, { status: 404 })
  const [{ name }, t] = await Promise.all([
    readSite(locale),
    getTranslations({ locale, namespace: 'search' }),
  ])
  const description = t('description', { site: name })
  const text = searchDescription({ language: locale, name, description, siteUrl: siteUrl() })
  return textAnswer(text, searchDescriptionType)
}
