import type { Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import type { StaticPage } from '../urls.ts'
import { asReader, newsroom } from './newsroom.ts'
import { readText } from './story.ts'
import type { Read, TextPage } from './types.ts'

/** One of the pages in the footer; null while nobody has published it in this language. */
export async function readPage(
  slug: StaticPage,
  language: Language,
): Promise<Read<TextPage> | null> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'pages',
    where: { and: [{ slug: { equals: slug } }, { language: { equals: language } }] },
    limit: 1,
    ...asReader(language),
  })
  const [doc] = docs
  if (!doc) return null
  const text = await readText(doc.body, language, `page ${slug}`)
  const page: TextPage = {
    slug,
    title: doc.title,
    standfirst: doc.standfirst || null,
    body: text.body,
    updatedAt: doc.updatedAt,
  }
  return { page, keys: [documentKey('pages', doc.id), ...text.keys] }
}

/** Languages that have published this page. */
export async function languagesOfPage(slug: StaticPage, languages: readonly Language[]) {
  const found = await Promise.all(
    languages.map(async (language) => {
      const payload = await newsroom()
      const { docs } = await payload.find({
        collection: 'pages',
        where: { and: [{ slug: { equals: slug } }, { language: { equals: language } }] },
        select: { slug: true },
        limit: 1,
        ...asReader(language),
      })
      return docs.length > 0 ? [language] : []
    }),
  )
  return found.flat()
}
