import { locale as localeOfPath } from 'next/root-params'
import { getRequestConfig } from 'next-intl/server'
import { defaultLanguage, isLanguage } from '../lib/languages.ts'
import { newsroomZone } from '../lib/urls.ts'

/** The interface's words: for the language in the address, or the one that a route handler names. */
export default getRequestConfig(async ({ locale: named }) => {
  // Route handlers have no root parameters in Next 16; they name the language themselves.
  const asked = named ?? (await localeOfPath())
  const locale = isLanguage(asked) ? asked : defaultLanguage
  const { default: messages } = await import(`../messages/${locale}.json`)
  return { locale, messages, timeZone: newsroomZone }
})
