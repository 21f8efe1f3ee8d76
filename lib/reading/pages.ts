import { isLanguage, type Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import type { StaticPage } from '../urls.ts'
import { text, textOrNull, timeOrNull } from './statements/fields.ts'
import { statement } from './statements/statement.ts'
import { readText } from './texts.ts'
import type { Read, TextPage } from './types.ts'

const page = statement(
  'page',
  `select p.id, p.title, p.standfirst, p.body, p.updated_at from pages p
   where p.language::text = $1::text and p.slug::text = $2::text and p._status = 'published'`,
)

const languagesThatHave = statement(
  'languages of a page',
  `select p.language from pages p where p.slug::text = $1::text and p._status = 'published'`,
)

/** One of the pages in the footer; null while nobody has published it in this language. */
export async function readPage(
  slug: StaticPage,
  language: Language,
): Promise<Read<TextPage> | null> {
  const [row] = await page(language, slug)
  if (!row) return null
  const { body, keys } = await readText(row.body, language, `page ${slug}`)
  return {
    page: {
      slug,
      title: text(row.title),
      standfirst: textOrNull(row.standfirst),
      body,
      updatedAt: timeOrNull(row.updated_at) ?? '',
    },
    keys: [documentKey('pages', Number(row.id)), ...keys],
  }
}

/** Languages that have published this page. */
export async function languagesOfPage(slug: StaticPage): Promise<Language[]> {
  const rows = await languagesThatHave(slug)
  return rows.flatMap(({ language }) => (isLanguage(language) ? [language] : []))
}
