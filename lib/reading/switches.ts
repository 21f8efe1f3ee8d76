import { isLanguage, type Language, otherLanguages } from '../languages.ts'
import { collectionOfKind, parseAddress, pathOf } from '../urls.ts'
import { languagesOfPage } from './pages.ts'
import { readTermBySlug } from './taxonomies.ts'
import type { StoryPage, SwitchTarget } from './types.ts'

const frontOf = (language: Language) => pathOf({ kind: 'front', language })

/** A page that every language has, at the same place. */
export const switchesAlike = (path: string, language: Language): SwitchTarget[] =>
  otherLanguages(language).map((other) => ({
    language: other,
    href: path.replace(`/${language}`, `/${other}`),
    same: true,
  }))

/** The same story in the other languages; where there is none, its section in that language. */
export async function switchesOfStory(story: StoryPage): Promise<SwitchTarget[]> {
  return await Promise.all(
    otherLanguages(story.language).map(async (language): Promise<SwitchTarget> => {
      const same = story.counterparts.find((counterpart) => counterpart.language === language)
      if (same) return { language, href: same.href, same: true }
      const slug = story.section.href.split('/').at(-1) ?? ''
      const section = await readTermBySlug('sections', slug, language)
      return { language, href: section?.href ?? frontOf(language), same: false }
    }),
  )
}

/** Lists and pages share their names between languages; one that has none there leads to its front page. */
export async function switchesOfAddress(path: string): Promise<SwitchTarget[]> {
  const address = parseAddress(path)
  const language = path.split('/')[1]
  if (!address || !isLanguage(language)) return []
  const others = otherLanguages(language)
  if (address.kind === 'page') {
    const written = await languagesOfPage(address.slug)
    return switchesAlike(path, language).map((target) =>
      written.includes(target.language)
        ? target
        : { language: target.language, href: frontOf(target.language), same: false },
    )
  }
  if (!(address.kind in collectionOfKind) || !('slug' in address))
    return switchesAlike(path, language)
  const collection = collectionOfKind[address.kind as keyof typeof collectionOfKind]
  return await Promise.all(
    others.map(async (other): Promise<SwitchTarget> => {
      const term = await readTermBySlug(collection, address.slug, other)
      return term
        ? { language: other, href: term.href, same: true }
        : { language: other, href: frontOf(other), same: false }
    }),
  )
}
