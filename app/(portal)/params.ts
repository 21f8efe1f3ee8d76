import { notFound } from 'next/navigation'
import { isLanguage, type Language } from '@/lib/languages.ts'

export type LocaleParams = { params: Promise<{ locale: string }> }
export type SlugParams = { params: Promise<{ locale: string; slug: string }> }
export type SectionParams = { params: Promise<{ locale: string; section: string }> }

/** The language of an address; the edge lets no other pass. */
export async function languageOf(params: Promise<{ locale: string }>): Promise<Language> {
  const { locale } = await params
  if (!isLanguage(locale)) notFound()
  return locale
}
