import type { SelectField } from 'payload'
import { defaultLanguage, languages } from '../../lib/languages.ts'
import { words } from '../words.ts'

/** The language that a document is written in: one document per language, never a localized body. */
export const languageField = (overrides: { unique?: boolean } = {}): SelectField => ({
  name: 'language',
  label: words('Language', '语言'),
  type: 'select',
  required: true,
  defaultValue: defaultLanguage,
  index: true,
  unique: overrides.unique ?? false,
  options: languages.map(({ code, name }) => ({ value: code, label: name })),
  admin: { position: 'sidebar' },
})
