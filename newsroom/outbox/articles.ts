import type { PayloadRequest } from 'payload'
import { isLanguage } from '../../lib/languages.ts'
import { type ArticleFacts, isWithdrawal, keysTouchedBy } from '../../lib/purge-keys.ts'
import type { Article } from '../payload-types.ts'
import { writeOutbox } from './write.ts'

const slugsOf = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => {
    const slug: unknown =
      typeof value === 'object' && value !== null && 'slug' in value ? value.slug : null
    return typeof slug === 'string' ? [slug] : []
  })

/** What readers are shown of an article; drafts on top of it are another matter. */
export type PublicState = ArticleFacts

function stateOf(doc: Article, editions: ArticleFacts['editions']): PublicState | null {
  if (!isLanguage(doc.language)) return null
  return {
    id: doc.id,
    language: doc.language,
    path: doc.path ?? null,
    live: doc._status === 'published',
    editions,
    section: slugsOf([doc.section])[0] ?? null,
    series: slugsOf([doc.series])[0] ?? null,
    topics: slugsOf(doc.topics ?? []),
    authors: slugsOf((doc.bylines ?? []).map((byline) => byline.person)),
    publishedAt: doc.publishedAt ?? null,
  }
}

async function editionsOf(req: PayloadRequest, doc: Article): Promise<ArticleFacts['editions']> {
  if (!doc.translationGroup) return []
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: {
      and: [{ translationGroup: { equals: doc.translationGroup } }, { id: { not_equals: doc.id } }],
    },
    depth: 0,
    pagination: false,
    select: { language: true, publishedAt: true },
    req,
  })
  return docs.flatMap(({ id, language, publishedAt }) =>
    isLanguage(language) ? [{ id, language, publishedAt: publishedAt ?? null }] : [],
  )
}

/** Reads the article as readers see it, within the request's transaction; null when there is none. */
export async function publicState(req: PayloadRequest, id: number): Promise<PublicState | null> {
  const doc = await req.payload.findByID({
    collection: 'articles',
    id,
    depth: 1,
    draft: false,
    disableErrors: true,
    overrideAccess: true,
    select: {
      language: true,
      path: true,
      translationGroup: true,
      section: true,
      series: true,
      topics: true,
      bylines: true,
      publishedAt: true,
      _status: true,
    },
    populate: {
      sections: { slug: true },
      series: { slug: true },
      topics: { slug: true },
      people: { slug: true },
    },
    req,
  })
  return doc ? stateOf(doc as Article, await editionsOf(req, doc as Article)) : null
}

/** Tells the edge what a change of an article touches, now and when a scheduled story comes out. */
export async function announce(
  req: PayloadRequest,
  before: PublicState | null,
  after: PublicState | null,
): Promise<void> {
  const keys = keysTouchedBy(before, after)
  await writeOutbox(req, { keys, urgent: isWithdrawal(before, after) })
  const due = after?.live && after.publishedAt ? new Date(after.publishedAt) : null
  if (due && due.getTime() > Date.now()) await writeOutbox(req, { keys, dueAt: due })
}
