import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Language, languageCodes } from '../../lib/languages.ts'
import { isSlug, staticPages } from '../../lib/urls.ts'

const slug = z.string().refine(isSlug, 'is not a slug such as two-rivers')
const time = z.coerce.date().transform((date) => date.toISOString())
const byLanguage = z.record(z.enum(languageCodes), z.string())
const named = z.object({ slug, name: byLanguage, description: byLanguage.optional() })
const accent = z.enum(['ink', 'jade', 'vermilion', 'dusk']).optional()
const strip = z.union([
  z.object({ kind: z.literal('section'), section: slug, layout: z.string() }),
  z.object({ kind: z.literal('series'), series: slug, layout: z.string() }),
])

const editionSchema = z.object({
  /** For pictures that name no other. */
  pictureCredit: byLanguage.optional(),
  sections: z.array(named.extend({ colour: accent })),
  series: z.array(named.extend({ colour: accent })),
  topics: z.array(named),
  people: z.array(
    z.object({
      slug,
      name: byLanguage,
      position: byLanguage.optional(),
      bio: byLanguage.optional(),
    }),
  ),
  site: z.object({
    name: byLanguage,
    tagline: byLanguage,
    slogan: byLanguage,
    icp: z.string(),
    newsLicence: z.string(),
    hotline: z.string(),
    inquiries: z.email(),
    policyRevision: time,
    navigation: z.array(z.string()),
  }),
  frontPages: z.partialRecord(
    z.enum(languageCodes),
    z.object({ lead: slug, seconds: z.array(slug), strips: z.array(strip) }),
  ),
})

const storySchema = z
  .object({
    headline: z.string(),
    kicker: z.string().optional(),
    standfirst: z.string(),
    dateline: z.string().optional(),
    section: slug,
    series: slug.optional(),
    topics: z.array(slug).default([]),
    people: z.array(
      z.object({ person: slug, role: z.enum(['text', 'photo', 'translation', 'editing']) }),
    ),
    picture: slug,
    published: time,
    film: slug.optional(),
    audio: slug.optional(),
    format: z.enum(['story', 'photo-essay', 'video', 'live', 'explainer', 'interview']).optional(),
    /** Of live stories. */
    coverageEnded: time.optional(),
    replay: z.boolean().optional(),
    socialTitle: z.string().optional(),
    socialDescription: z.string().optional(),
  })
  .refine(({ format, film }) => format !== 'video' || film, {
    path: ['film'],
    message: 'a video story needs its film',
  })
/** Entries of a live story, in a file beside it. */
const entriesSchema = z.array(
  z.object({
    at: time,
    headline: z.string(),
    /** Markdown. */
    text: z.string().optional(),
    key: z.boolean().default(false),
    pinned: z.boolean().default(false),
  }),
)
const pageSchema = z.object({ title: z.string(), standfirst: z.string().optional() })

const picturesSchema = z.record(
  slug,
  z.object({
    alt: byLanguage,
    caption: byLanguage.optional(),
    credit: byLanguage.optional(),
    focal: z.object({ x: z.number(), y: z.number() }).default({ x: 50, y: 50 }),
  }),
)

const recordingSchema = z.object({
  /** Beside the list. */
  file: z.string().optional(),
  link: z.url().optional(),
  title: byLanguage,
  credit: byLanguage.optional(),
  poster: slug.optional(),
  captions: byLanguage.optional(),
  transcript: byLanguage.optional(),
})

type Written<T> = { slug: string; language: Language; file: string; markdown: string; matter: T }
export type StoryFile = Written<z.infer<typeof storySchema>>
export type Entries = {
  slug: string
  language: Language
  file: string
  entries: z.infer<typeof entriesSchema>
}
export type PageFile = Written<z.infer<typeof pageSchema>>
export type Edition = z.infer<typeof editionSchema> & {
  stories: StoryFile[]
  live: Entries[]
  pages: PageFile[]
  pictures: z.infer<typeof picturesSchema>
  recordings: Record<string, z.infer<typeof recordingSchema>>
}

/** @throws {Error} with the file, the place in it and what is wrong there. */
function check<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`${file}: ${faults.join('; ')}`)
}

const readIfThere = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

/** `stories/<slug>/en.live.yml`, beside the text. */
async function liveOf(stories: readonly StoryFile[]): Promise<Entries[]> {
  const found: Entries[] = []
  for (const { slug, language, file: story } of stories) {
    const file = story.replace(/\.md$/, '.live.yml')
    const text = await readIfThere(file)
    if (text !== null)
      found.push({ slug, language, file, entries: check(entriesSchema, parse(text), file) })
  }
  return found
}

async function written<T>(folder: string, schema: z.ZodType<T>): Promise<Written<T>[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  )
  const found: Written<T>[] = []
  for (const { name } of names)
    for (const language of languageCodes) {
      const file = path.join(folder, name, `${language}.md`)
      const text = await readIfThere(file)
      if (text === null) continue
      const parsed = new VFile(text)
      matter(parsed, { strip: true })
      found.push({
        slug: name,
        language,
        file,
        markdown: String(parsed),
        matter: check(schema, parsed.data.matter, file),
      })
    }
  return found
}

/** By name; an edition may have none. Files are named as seen from the edition's folder of recordings. */
async function readRecordings(folder: string): Promise<Edition['recordings']> {
  const recordings: Edition['recordings'] = {}
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names.filter((file) => file.endsWith('.yml')).sort()) {
    const file = path.join(folder, name)
    const recording = check(recordingSchema, parse(await readFile(file, 'utf8')), file)
    recordings[path.basename(name, '.yml')] = {
      ...recording,
      ...(recording.file && { file: path.join(folder, recording.file) }),
    }
  }
  return recordings
}

/** Reads a folder of the shape that `content/README.md` describes; nothing is written. */
export async function readEdition(folder: string): Promise<Edition> {
  const file = path.join(folder, 'edition.yml')
  const edition = check(editionSchema, parse(await readFile(file, 'utf8')), file)
  const pictures: Edition['pictures'] = {}
  for (const name of (await readdir(path.join(folder, 'pictures'))).sort()) {
    const list = path.join(folder, 'pictures', name)
    Object.assign(pictures, check(picturesSchema, parse(await readFile(list, 'utf8')), list))
  }
  const recordings = await readRecordings(path.join(folder, 'recordings'))
  const stories = await written(path.join(folder, 'stories'), storySchema)
  const pages = await written(path.join(folder, 'pages'), pageSchema)
  for (const page of pages)
    if (!staticPages.some((known) => known === page.slug))
      throw new Error(`${page.file}: the portal has no page "${page.slug}"`)
  stories.sort((a, b) => a.matter.published.localeCompare(b.matter.published))
  return { ...edition, stories, live: await liveOf(stories), pages, pictures, recordings }
}
