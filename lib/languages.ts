/**
 * The languages of the portal. A further language is one entry here, one file in `messages/` and
 * its line in `i18n/words.tsx`, and for the tests one in `__tests__/harness/messages/`; addresses, the newsroom,
 * negotiation, dates and feeds follow from this list.
 */
export const languages = [
  {
    /** In addresses and in the newsroom. */
    code: 'en',
    /** BCP 47, for `<html lang>`, hreflang and Intl. */
    tag: 'en',
    /** For Intl: dates and numbers as this edition prints them. */
    locale: 'en-GB',
    /** Open Graph protocol. */
    openGraph: 'en_GB',
    /** How the language calls itself. */
    name: 'English',
    /** Language ranges of Accept-Language (RFC 9110, 12.5.4) that this edition serves. */
    serves: ['en'],
  },
  {
    code: 'zh',
    tag: 'zh-Hans',
    locale: 'zh-CN',
    openGraph: 'zh_CN',
    name: '中文',
    serves: ['zh', 'zh-Hans', 'zh-CN', 'zh-SG', 'zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO'],
  },
] as const

export type Language = (typeof languages)[number]['code']
export type LanguageFacts = (typeof languages)[number]

/** Where a reader lands who accepts none of the languages. */
export const defaultLanguage: Language = 'en'

export const languageCodes: readonly Language[] = languages.map((language) => language.code)

export const isLanguage = (value: unknown): value is Language =>
  languageCodes.some((code) => code === value)

/** @throws {Error} when the list above has no such language: a fault of the program, not of a reader. */
export function factsOf(code: Language): LanguageFacts {
  const found = languages.find((language) => language.code === code)
  if (!found) throw new Error(`No language "${code}" in lib/languages.ts`)
  return found
}

/** Whether a language is written in Han characters: they have their own order, leading and faces. */
export const isChinese = (code: Language): boolean => factsOf(code).tag.startsWith('zh')

/** The other editions, in the order of the list. */
export const otherLanguages = (code: Language): readonly Language[] =>
  languageCodes.filter((other) => other !== code)

/** The cookie that remembers a reader's own choice of language; only the switch sets it. */
export const languageCookie = 'NEXT_LOCALE'
/** A link of the switch carries this parameter; the edge sets the cookie and sends on to the clean address. */
export const switchParameter = 'switch'
