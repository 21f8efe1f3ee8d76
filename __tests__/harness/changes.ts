import type { Payload, Where } from 'payload'
import { type Language, languageCodes } from '../../lib/languages.ts'
import { storyPath } from '../../lib/urls.ts'
import type { Article } from '../../newsroom/payload-types.ts'
import type { Random } from '../../scripts/generate/random.ts'

/** A change that is chosen, but not made yet. */
export type Change = {
  /** What is changed, for the message of a test that fails. */
  what: string
  /** Addresses at which there may be something only afterwards. */
  appearing?: readonly string[]
  make(): Promise<unknown>
}
type Choose = (payload: Payload, random: Random) => Promise<Change>
type Named = 'sections' | 'series' | 'topics' | 'people'

async function some<T extends 'articles' | 'media' | Named | 'front-pages'>(
  payload: Payload,
  random: Random,
  collection: T,
  where: Where = {},
) {
  const { docs } = await payload.find({
    collection,
    where,
    depth: 0,
    pagination: false,
    sort: 'id',
  })
  return random.pick(docs)
}

const published: Where = { _status: { equals: 'published' } }
const otherThan = (id: unknown): Where => ({ id: { not_equals: id } })

/** A change of the fields of a published story. */
const ofStory =
  (
    fields: (story: Article, payload: Payload, random: Random) => Promise<Partial<Article>>,
  ): Choose =>
  async (payload, random) => {
    const story = (await some(payload, random, 'articles', published)) as Article
    const data = await fields(story, payload, random)
    const { language, publishedAt, slug } = { ...story, ...data }
    return {
      what: `${Object.keys(data).join(', ')} of ${story.path}`,
      appearing: publishedAt && slug ? [storyPath(language as Language, publishedAt, slug)] : [],
      make: () =>
        payload.update({
          collection: 'articles',
          id: story.id,
          data: { _status: 'published', ...data },
        }),
    }
  }

const ofTerm =
  (collection: Named, field: string): Choose =>
  async (payload, random) => {
    const { id } = await some(payload, random, collection)
    const locale = random.pick(languageCodes)
    const data = { [field]: `Changed ${random.between(1, 999)}` } as never
    return {
      what: `${field} of ${collection} ${id} (${locale})`,
      make: () => payload.update({ collection, id, data, locale }),
    }
  }

/** What an editor does in a day, by name. */
export const changes: Record<string, Choose> = {
  headline: ofStory(async (story) => ({ headline: `${story.headline} (2)` })),
  standfirst: ofStory(async () => ({ standfirst: 'Told anew.' })),
  section: ofStory(async ({ section }, payload, random) => ({
    section: (await some(payload, random, 'sections', otherThan(section))).id,
  })),
  series: ofStory(async ({ series }, payload, random) => ({
    series: series ? null : (await some(payload, random, 'series')).id,
  })),
  topics: ofStory(async (_story, payload, random) => ({
    topics: [(await some(payload, random, 'topics')).id],
  })),
  author: ofStory(async (_story, payload, random) => ({
    bylines: [{ person: (await some(payload, random, 'people')).id, role: 'text' }],
  })),
  date: ofStory(async (_story, _payload, random) => ({
    publishedAt: `2026-0${random.between(1, 9)}-1${random.between(0, 9)}T08:00:00.000Z`,
  })),
  address: ofStory(async ({ slug }) => ({ slug: `${slug}-moved` })),
  correction: ofStory(async () => ({
    corrections: [{ correctedAt: '2026-11-20T08:00:00.000Z', text: 'A figure was wrong.' }],
  })),
  'front-page flag': ofStory(async ({ onFrontPage }) => ({ onFrontPage: !onFrontPage })),
  'lead picture': ofStory(async ({ picture }, payload, random) => ({
    picture: (await some(payload, random, 'media', otherThan(picture))).id,
  })),
  unpublish: ofStory(async () => ({ _status: 'draft' })),
  publish: async (payload, random) => {
    const model = (await some(payload, random, 'articles', published)) as Article
    const { language, section, picture, topics, series, body } = model
    const slug = `news-of-${random.between(1, 9999)}`
    const publishedAt = '2026-11-19T08:00:00.000Z'
    const bylines = [{ person: (await some(payload, random, 'people')).id, role: 'text' as const }]
    const told = { language, section, picture, topics, series, body, slug, publishedAt, bylines }
    const words = { headline: 'Something new', standfirst: 'It was not there before.' }
    return {
      what: `a new story, ${slug} (${language})`,
      appearing: [storyPath(language as Language, publishedAt, slug)],
      make: () =>
        payload.create({
          collection: 'articles',
          data: { ...told, ...words, _status: 'published' },
        }),
    }
  },
  'other edition': async (payload, random) => {
    const story = (await some(payload, random, 'articles', {
      and: [published, { translationOf: { exists: true } }],
    })) as Article
    return {
      what: `${story.path} is told for itself`,
      make: () =>
        payload.update({
          collection: 'articles',
          id: story.id,
          data: { translationOf: null, translationGroup: null, _status: 'published' },
        }),
    }
  },
  'front page': async (payload, random) => {
    const plan = await some(payload, random, 'front-pages')
    const language = 'language' in plan ? plan.language : null
    const where: Where = { and: [published, { language: { equals: language } }] }
    const lead = await some(payload, random, 'articles', where)
    return {
      what: `lead of the front page (${language}): ${lead.id}`,
      make: () =>
        payload.update({ collection: 'front-pages', id: plan.id, data: { lead: lead.id } }),
    }
  },
  'entry of a live story': async (payload, random) => {
    const story = (await some(payload, random, 'articles', {
      and: [published, { format: { equals: 'live' } }],
    })) as Article
    const at = '2026-08-20T01:00:00.000Z'
    return {
      what: `a new entry of ${story.path}`,
      make: () =>
        payload.create({
          collection: 'live-entries',
          data: { story: story.id, at, headline: 'It goes on', _status: 'published' },
        }),
    }
  },
  'name of a person': ofTerm('people', 'name'),
  'position of a person': ofTerm('people', 'position'),
  'name of a topic': ofTerm('topics', 'name'),
  'description of a section': ofTerm('sections', 'description'),
  'name of a series': ofTerm('series', 'name'),
  caption: async (payload, random) => {
    const { id } = await some(payload, random, 'media')
    const locale = random.pick(languageCodes)
    const data = { caption: 'Another caption.', alt: 'Another description.' }
    return {
      what: `caption of picture ${id} (${locale})`,
      make: () => payload.update({ collection: 'media', id, data, locale }),
    }
  },
  'site settings': async (payload, random) => {
    const locale = random.pick(languageCodes)
    const data = { tagline: 'Another line below the name' }
    return {
      what: `tagline (${locale})`,
      make: () => payload.updateGlobal({ slug: 'site-settings', data, locale }),
    }
  },
}
