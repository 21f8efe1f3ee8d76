import type { Article } from '../../newsroom/payload-types.ts'
import { isLanguage, type Language } from '../languages.ts'
import { asReader, newsroom } from './newsroom.ts'
import type { StoryPage } from './types.ts'

type Edition = Pick<Article, 'id' | 'bylines'>

const isTranslated = ({ bylines }: Edition): boolean =>
  (bylines ?? []).some(({ role }) => role === 'translation')

/** A translator is named; where none is, in no edition, the desk wrote the older document first. */
const isTranslation = (own: Edition, others: readonly Edition[]): boolean =>
  isTranslated(own) || (!others.some(isTranslated) && others.some(({ id }) => id < own.id))

/** The same story in the other languages, and whether it was told first in one of them. */
export async function readEditions(
  article: Edition & Pick<Article, 'translationGroup'>,
  language: Language,
): Promise<Pick<StoryPage, 'counterparts' | 'isTranslation'>> {
  if (!article.translationGroup) return { counterparts: [], isTranslation: isTranslated(article) }
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'articles',
    where: {
      and: [
        { translationGroup: { equals: article.translationGroup } },
        { language: { not_equals: language } },
      ],
    },
    select: { language: true, path: true, headline: true, bylines: true },
    ...asReader(language),
  })
  return {
    counterparts: docs.flatMap(({ language: other, path, headline }) =>
      isLanguage(other) && path ? [{ language: other, href: path, headline }] : [],
    ),
    isTranslation: isTranslation(article, docs),
  }
}
