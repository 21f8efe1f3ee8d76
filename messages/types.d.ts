import type { Language } from '../lib/languages.ts'
import type en from './en.json'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof en
  }
}
