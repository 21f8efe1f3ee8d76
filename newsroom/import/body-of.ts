import type { Language } from '../../lib/languages.ts'
import { pathOf, staticPages } from '../../lib/urls.ts'
import { type References, toLexical } from './markdown.ts'
import { messageOf, need, type Run, storyKey } from './run.ts'

/** The body of a story or page. @throws {Error} that names the file, when it refers to what is not there. */
export function bodyOf(run: Run, file: string, markdown: string, language: Language) {
  const references: References = {
    story: (slug) => need(run.known.articles, storyKey(language, slug), `${language} story`),
    picture: (name) => need(run.known.media, name, 'picture'),
    page: (name) => {
      const page = staticPages.find((known) => known === name)
      if (page) return { linkType: 'custom', url: pathOf({ kind: 'page', language, slug: page }) }
      if (name === 'message')
        return { linkType: 'custom', url: pathOf({ kind: 'message', language }) }
      throw new Error(`there is no page "${name}"`)
    },
  }
  try {
    return toLexical(markdown, references)
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`, { cause: error })
  }
}
