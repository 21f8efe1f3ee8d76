import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { isLanguage, type Language } from '../../lib/languages.ts'
import { readingMinutes } from '../../lib/reading-time.ts'
import { firstFree, proposeSlug } from '../../lib/slugs.ts'
import { hasBlock, plainText } from '../../lib/story/lexical.ts'
import { storyPath } from '../../lib/urls.ts'
import { databaseOf } from '../database.ts'
import type { Article } from '../payload-types.ts'
import { refusals, refuse } from './refusals.ts'

export type ArticleData = Partial<Article>

const idOf = (value: unknown): number | null => {
  if (typeof value === 'number') return value
  return typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'number'
    ? value.id
    : null
}

async function counterpart(req: PayloadRequest, data: ArticleData): Promise<Article | null> {
  const id = idOf(data.translationOf)
  if (id === null) return null
  return await req.payload.findByID({
    collection: 'articles',
    id,
    depth: 0,
    draft: false,
    disableErrors: true,
    req,
  })
}

/** Stories that tell the same thing share a group; one in each language. */
export async function groupOf(
  req: PayloadRequest,
  data: ArticleData,
  before: ArticleData | undefined,
  language: Language,
): Promise<string> {
  const other = await counterpart(req, data)
  if (!other) {
    const left = data.translationOf === null && idOf(before?.translationOf) !== null
    return (left ? null : before?.translationGroup) ?? data.translationGroup ?? randomUUID()
  }
  if (other.id === before?.id) refuse(req, 'translationOf', refusals.counterpartSelf)
  const group = other.translationGroup ?? randomUUID()
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: {
      and: [
        { translationGroup: { equals: group } },
        { language: { equals: language } },
        ...(before?.id ? [{ id: { not_equals: before.id } }] : []),
      ],
    },
    depth: 0,
    limit: 1,
    pagination: false,
    select: { language: true },
    req,
  })
  if (docs.length > 0 || other.language === language)
    refuse(req, 'translationOf', refusals.counterpartTaken)
  return group
}

/**
 * Slugs of a language that are this one, or go on from it with a hyphen, other than the story's own: one range of an
 * index (`newsroom/migrations/…_lists.ts`).
 */
async function takenSlugs(
  req: PayloadRequest,
  language: Language,
  slug: string,
  id: number | undefined,
): Promise<Set<string>> {
  const database = await databaseOf(req)
  const further = `${slug.replace(/[\\%_]/g, '\\$&')}-%`
  const { rows } = await database.execute(sql`
    select slug from articles
    where language = ${language} and (slug = ${slug} or slug like ${further})
      and id <> ${id ?? 0}`)
  return new Set(rows.map((row) => String(row.slug)))
}

/**
 * The typed slug when it is free, else a refusal; without one, the other edition's slug, or one from the
 * headline (Chinese in pinyin), with a number behind it when that is taken.
 */
export async function slugOf(
  req: PayloadRequest,
  data: ArticleData,
  before: ArticleData | undefined,
  language: Language,
): Promise<string | null> {
  const typed = data.slug?.trim()
  if (typed && typed === before?.slug && language === before?.language) return typed
  const proposed =
    typed || (await counterpart(req, data))?.slug || proposeSlug(data.headline ?? '') || null
  if (!proposed) return null
  const taken = await takenSlugs(req, language, proposed, before?.id)
  if (!typed) return firstFree(proposed, taken)
  if (taken.has(typed)) refuse(req, 'slug', refusals.slugTaken)
  return typed
}

/** What follows from the rest of an article at every save. */
export function derive(data: ArticleData): Pick<Article, 'path' | 'minutes' | 'hasGallery'> {
  const { language, publishedAt, slug } = data
  return {
    path:
      isLanguage(language) && publishedAt && slug ? storyPath(language, publishedAt, slug) : null,
    minutes: readingMinutes(plainText(data.body)),
    hasGallery: hasBlock(data.body, 'gallery'),
  }
}
