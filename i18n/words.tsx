'use client'

import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import type { Language } from '../lib/languages.ts'
import { newsroomZone } from '../lib/urls.ts'
import en from '../messages/en.json'
import zh from '../messages/zh.json'

const messages = { en, zh } as const satisfies Record<Language, unknown>

/**
 * The interface's words for the views within it. These are components of the client (`'use client'`), though no
 * reader's browser gets a script of theirs: Next renders such components once, straight to HTML.
 */
export function Words({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={language} messages={messages[language]} timeZone={newsroomZone}>
      {children}
    </NextIntlClientProvider>
  )
}
