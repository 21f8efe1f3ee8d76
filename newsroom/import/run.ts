import { type CollectionSlug, type Payload, ValidationError } from 'payload'
import { defaultLanguage, type Language, languageCodes } from '../../lib/languages.ts'
import type { Edition } from './folder.ts'
import { enter } from './ledger.ts'

export type Import = {
  payload: Payload
  /** The name under which it is remembered, and taken out again. */
  edition: string
  /** A folder of the shape that `content/README.md` describes. */
  folder: string
  /** The file of a picture of that name: JPEG, PNG or WebP. */
  picture: (name: string) => Promise<Buffer>
  onProgress?: (done: number, total: number, what: string) => void
}

type Ids = Map<string, number>
type Data = Record<string, unknown>
/** What each language says of one field. */
export type Localized = Record<string, Partial<Record<Language, string>> | undefined>
type File = { data: Buffer; name: string; mimetype: string; size: number }

type Known = 'sections' | 'series' | 'topics' | 'people' | 'media' | 'recordings' | 'articles'

/** One import under way: what it has found or made so far, and how it makes more. */
export class Run {
  created = 0
  private done = 0
  private readonly total: number
  /** Ids by slug, by name for pictures and recordings, and by `storyKey` for stories. */
  readonly known: Record<Known, Ids> = {
    sections: new Map(),
    series: new Map(),
    topics: new Map(),
    people: new Map(),
    media: new Map(),
    recordings: new Map(),
    articles: new Map(),
  }
  readonly task: Import
  readonly edition: Edition

  constructor(task: Import, edition: Edition) {
    this.task = task
    this.edition = edition
    this.total =
      Object.keys(edition.pictures).length +
      edition.stories.length * 2 +
      edition.live.length +
      edition.pages.length
  }

  /** Tells that something is there. */
  step(what: string): void {
    this.done += 1
    this.task.onProgress?.(this.done, this.total, what)
  }

  /** The id of a document whose fields are these; null when there is none. */
  async find(collection: CollectionSlug, where: Data): Promise<number | null> {
    const conditions = Object.entries(where).map(([field, value]) => ({
      [field]: { equals: value },
    }))
    const { docs } = await this.task.payload.find({
      collection,
      where: { and: conditions } as never,
      depth: 0,
      limit: 1,
      pagination: false,
      draft: false,
    })
    return docs[0] ? Number(docs[0].id) : null
  }

  /** Makes a document unless there is one; localized fields come as `{ en, zh }` in `localized`. */
  async ensure(
    collection: CollectionSlug,
    where: Data,
    data: Data,
    localized: Localized = {},
    file?: File,
  ): Promise<number> {
    const existing = await this.find(collection, where)
    if (existing !== null) return existing
    const { payload, edition } = this.task
    const words = (language: Language): Data =>
      Object.fromEntries(
        Object.entries(localized).map(([name, value]) => [name, value?.[language]]),
      )
    const doc = await payload.create({
      collection,
      data: { ...where, ...data, ...words(defaultLanguage) } as never,
      locale: defaultLanguage,
      depth: 0,
      draft: data._status === 'draft',
      ...(file && { file }),
    })
    const id = Number(doc.id)
    if (Object.keys(localized).length > 0)
      for (const language of languageCodes)
        if (language !== defaultLanguage)
          await payload.update({
            collection,
            id,
            data: words(language) as never,
            locale: language,
            depth: 0,
          })
    await enter(payload, edition, collection, id)
    this.created += 1
    return id
  }
}

export const storyKey = (language: Language, slug: string): string => `${language}/${slug}`

/** @throws {Error} when there is nothing of that name. */
export function need(ids: Ids, name: string, what: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`there is no ${what} "${name}"`)
  return id
}

/** What went wrong; of a refused save, the message at each field. */
export function messageOf(error: unknown): string {
  if (error instanceof ValidationError)
    return error.data.errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
  return error instanceof Error ? error.message : String(error)
}
