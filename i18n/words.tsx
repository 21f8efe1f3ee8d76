'use client'

import {
  createFormatter,
  createTranslator,
  type Messages,
  type NamespaceKeys,
  type NestedKeyOf,
  type useFormatter as useNextFormatter,
  type useTranslations as useNextTranslations,
} from 'next-intl'
import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '../lib/languages.ts'
import { newsroomZone } from '../lib/urls.ts'
import en from '../messages/en.json'
import zh from '../messages/zh.json'

const messages = { en, zh } as const satisfies Record<Language, unknown>

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>
type Translator<Space extends Namespace> = ReturnType<typeof useNextTranslations<Space>>
type Formatter = ReturnType<typeof useNextFormatter>

const LanguageOfViews = createContext<Language | null>(null)

/**
 * The interface's words for the views within it. These are components of the client (`'use client'`), though no
 * reader's browser gets a script of theirs: Next renders such components once, straight to HTML.
 */
export function Words({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageOfViews value={language}>{children}</LanguageOfViews>
}

/*
 * What next-intl's hooks of the same names give. Those make a translator anew for each component, and formatters for each
 * page; words do not change while a process lives, so here they are made once.
 */

const translators = new Map<string, unknown>()
const formatters = new Map<Language, Formatter>()

export function useTranslations<Space extends Namespace>(namespace: Space): Translator<Space> {
  const language = useLocale()
  const key = `${language} ${namespace}`
  let translator = translators.get(key)
  if (!translator) {
    translator = createTranslator({
      locale: language,
      messages: messages[language],
      timeZone: newsroomZone,
      namespace,
    })
    translators.set(key, translator)
  }
  return translator as Translator<Space>
}

export function useFormatter(): Formatter {
  const language = useLocale()
  let formatter = formatters.get(language)
  if (!formatter) {
    formatter = createFormatter({ locale: language, timeZone: newsroomZone })
    formatters.set(language, formatter)
  }
  return formatter
}

/** @throws {Error} outside `Words`: a view that would speak some language or other. */
export function useLocale(): Language {
  const language = useContext(LanguageOfViews)
  if (language === null) throw new Error('A view stands outside <Words>: it knows no language')
  return language
}
