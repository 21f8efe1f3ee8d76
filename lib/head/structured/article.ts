import type { CorrectionComment, NewsArticle, Person } from 'schema-dts'
import { factsOf } from '../../languages.ts'
import type { BylineRole, Format, Genre, StoryPage } from '../../reading/types.ts'
import { imageOf, imagesOf } from './pictures.ts'
import { absoluteIn, type Publication, partOfWebsite, publisherOf } from './publication.ts'
import { recordingsOf } from './recordings.ts'

const typeOfGenre = {
  news: 'NewsArticle',
  report: 'ReportageNewsArticle',
  background: 'BackgroundNewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
} as const satisfies Record<Genre, string>

const peopleOf = (story: StoryPage, role: BylineRole, publication: Publication): Person[] =>
  story.bylines
    .filter((byline) => byline.role === role)
    .map(({ name, href }) => ({ '@type': 'Person', name, url: absoluteIn(publication)(href) }))

const correctionsOf = ({ corrections }: StoryPage): CorrectionComment[] =>
  corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', text, datePublished: at }))

/** The same story in other languages: what it was translated from, or what was translated from it. */
function editionsOf(story: StoryPage, publication: Publication) {
  const editions = story.counterparts.map(({ language, href, headline }) => ({
    '@type': 'NewsArticle' as const,
    '@id': absoluteIn(publication)(`${href}#story`),
    headline,
    inLanguage: factsOf(language).tag,
  }))
  if (editions.length === 0) return {}
  return story.isTranslation ? { translationOfWork: editions } : { workTranslation: editions }
}

/** A photo essay is told by all its pictures; a plain story by its lead. */
const essayImages = ({ format, body }: StoryPage, publication: Publication) =>
  format === 'photo-essay'
    ? body.flatMap((part) =>
        part.kind === 'picture' ? [imageOf(part.picture, 'whole', publication)] : [],
      )
    : []

/** What a format says about journalism, where the genre was left at plain news (schema.org's definitions). */
const typeOfFormat: Partial<Record<Format, string>> = {
  explainer: 'BackgroundNewsArticle',
  interview: 'ReportageNewsArticle',
}

const typeOf = ({ genre, format }: StoryPage): string =>
  (genre === 'news' ? typeOfFormat[format] : undefined) ?? typeOfGenre[genre]

/** A story, by its genre and format (schema.org NewsArticle and its subtypes). */
export function articleOf(story: StoryPage, publication: Publication): NewsArticle {
  const absolute = absoluteIn(publication)
  const authors = peopleOf(story, 'text', publication)
  const editors = peopleOf(story, 'editing', publication)
  const translators = peopleOf(story, 'translation', publication)
  const photographers = peopleOf(story, 'photo', publication)
  const facts = {
    '@id': absolute(`${story.href}#story`),
    headline: story.headline,
    description: story.standfirst,
    url: absolute(story.href),
    mainEntityOfPage: absolute(story.href),
    ...(story.picture && {
      image: [...imagesOf(story.picture, publication), ...essayImages(story, publication)],
    }),
    ...recordingsOf(story, publication),
    datePublished: story.publishedAt,
    dateModified: story.updatedAt ?? story.publishedAt,
    author: authors.length > 0 ? authors : publisherOf(publication),
    ...(editors.length > 0 && { editor: editors }),
    ...(translators.length > 0 && { translator: translators }),
    ...(photographers.length > 0 && { contributor: photographers }),
    ...(story.dateline && { dateline: story.dateline }),
    articleSection: story.section.name,
    ...(story.topics.length > 0 && { keywords: story.topics.map(({ name }) => name) }),
    wordCount: story.words,
    inLanguage: factsOf(story.language).tag,
    isAccessibleForFree: true,
    ...editionsOf(story, publication),
    ...(story.corrections.length > 0 && { correction: correctionsOf(story) }),
    publisher: publisherOf(publication),
    ...(story.series
      ? {
          isPartOf: {
            '@type': 'CreativeWorkSeries' as const,
            name: story.series.name,
            url: absolute(story.series.href),
          },
        }
      : partOfWebsite(publication)),
  }
  // The subtypes differ from NewsArticle by their name alone.
  return { '@type': typeOf(story), ...facts } as NewsArticle
}
