import { type CollectionSlug, type Payload, ValidationError } from 'payload'
import { defaultLanguage, type Language, languageCodes } from '../../lib/languages.ts'
import { pathOf, staticPages } from '../../lib/urls.ts'
import { type Edition, readEdition } from './folder.ts'
import { enter } from './ledger.ts'
import { type References, toLexical } from './markdown.ts'

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
type Known = { sections: Ids; series: Ids; topics: Ids; people: Ids; media: Ids; articles: Ids }
type Data = Record<string, unknown>

const storyKey = (language: Language, slug: string) => `${language}/${slug}`

function need(ids: Ids, name: string, what: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`there is no ${what} "${name}"`)
  return id
}

/**
 * Loads an edition into the newsroom, through the same rules as an editor's saves. What is there
 * already stays as it is, so that it can be run again after a fault.
 * @throws {Error} that names the file, when one cannot be read or refers to what is not there.
 */
export async function importEdition(task: Import): Promise<{ created: number }> {
  const edition = await readEdition(task.folder)
  const run = new ImportRun(task, edition)
  await run.taxonomies()
  await run.pictures()
  await run.stories()
  await run.pages()
  await run.frontPages()
  await run.site()
  return { created: run.created }
}

class ImportRun {
  created = 0
  private done = 0
  private readonly total: number
  private readonly known: Known = {
    sections: new Map(),
    series: new Map(),
    topics: new Map(),
    people: new Map(),
    media: new Map(),
    articles: new Map(),
  }
  private readonly task: Import
  private readonly edition: Edition

  constructor(task: Import, edition: Edition) {
    this.task = task
    this.edition = edition
    this.total =
      Object.keys(edition.pictures).length + edition.stories.length * 2 + edition.pages.length
  }

  private step(what: string): void {
    this.done += 1
    this.task.onProgress?.(this.done, this.total, what)
  }

  private async find(collection: CollectionSlug, where: Data): Promise<number | null> {
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
  private async ensure(
    collection: CollectionSlug,
    where: Data,
    data: Data,
    localized: Record<string, Partial<Record<Language, string>> | undefined> = {},
    file?: { data: Buffer; name: string; mimetype: string; size: number },
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

  async taxonomies(): Promise<void> {
    const { edition, known } = this
    for (const { slug, name, description, colour } of edition.sections)
      known.sections.set(
        slug,
        await this.ensure('sections', { slug }, { accent: colour ?? 'ink' }, { name, description }),
      )
    for (const { slug, name, description, colour } of edition.series)
      known.series.set(
        slug,
        await this.ensure('series', { slug }, { accent: colour ?? 'ink' }, { name, description }),
      )
    for (const { slug, name, description } of edition.topics)
      known.topics.set(slug, await this.ensure('topics', { slug }, {}, { name, description }))
    for (const { slug, name, position, bio } of edition.people)
      known.people.set(slug, await this.ensure('people', { slug }, {}, { name, position, bio }))
  }

  async pictures(): Promise<void> {
    for (const [name, { alt, caption, credit, focal }] of Object.entries(this.edition.pictures)) {
      const filename = `${name}.jpg`
      const existing = await this.find('media', { filename })
      const id =
        existing ??
        (await this.picture(
          name,
          filename,
          { alt, caption, credit: credit ?? this.edition.pictureCredit },
          focal,
        ))
      this.known.media.set(name, id)
      this.step(`picture ${name}`)
    }
  }

  private async picture(
    name: string,
    filename: string,
    localized: Record<string, Partial<Record<Language, string>> | undefined>,
    focal: { x: number; y: number },
  ): Promise<number> {
    const data = await this.task.picture(name)
    const file = { data, name: filename, mimetype: 'image/jpeg', size: data.byteLength }
    const fields = { focalX: focal.x, focalY: focal.y }
    return await this.ensure('media', { filename }, fields, localized, file)
  }

  /** First every story as a draft, so that each can refer to each; then the texts, published. */
  async stories(): Promise<void> {
    const { edition, known, task } = this
    const fresh: typeof edition.stories = []
    for (const story of edition.stories) {
      const { slug, language, matter } = story
      const key = storyKey(language, slug)
      const existing = await this.find('articles', { language, slug })
      const id = existing ?? (await this.draft(story))
      known.articles.set(key, id)
      if (existing === null) fresh.push(story)
      this.step(`story ${matter.headline}`)
    }
    for (const story of fresh) {
      const id = need(known.articles, storyKey(story.language, story.slug), 'story')
      const body = this.body(story.file, story.markdown, story.language)
      const data = { body, _status: 'published' } as never
      await task.payload
        .update({ collection: 'articles', id, data, depth: 0 })
        .catch((error: unknown) => {
          throw new Error(`${story.file}: ${messageOf(error)}`, { cause: error })
        })
      this.step(`story ${story.matter.headline}`)
    }
  }

  private async draft(story: Edition['stories'][number]): Promise<number> {
    const { slug, language, matter, file } = story
    const { known } = this
    const other = languageCodes
      .filter((code) => code !== language)
      .map((code) => known.articles.get(storyKey(code, slug)))
      .find((id) => id !== undefined)
    try {
      return await this.ensure(
        'articles',
        { language, slug },
        {
          headline: matter.headline,
          kicker: matter.kicker,
          standfirst: matter.standfirst,
          dateline: matter.dateline,
          section: need(known.sections, matter.section, 'section'),
          series: matter.series ? need(known.series, matter.series, 'series') : undefined,
          topics: matter.topics.map((topic) => need(known.topics, topic, 'topic')),
          bylines: matter.people.map(({ person, role }) => ({
            person: need(known.people, person, 'person'),
            role,
          })),
          picture: need(known.media, matter.picture, 'picture'),
          publishedAt: matter.published,
          socialTitle: matter.socialTitle,
          socialDescription: matter.socialDescription,
          translationOf: other,
          _status: 'draft',
        },
      )
    } catch (error) {
      throw new Error(`${file}: ${messageOf(error)}`, { cause: error })
    }
  }

  private body(file: string, markdown: string, language: Language) {
    const references: References = {
      story: (slug) => need(this.known.articles, storyKey(language, slug), `${language} story`),
      picture: (name) => need(this.known.media, name, 'picture'),
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

  async pages(): Promise<void> {
    for (const { slug, language, file, markdown, matter } of this.edition.pages) {
      const body = this.body(file, markdown, language)
      await this.ensure('pages', { language, slug }, { ...matter, body, _status: 'published' })
      this.step(`page ${matter.title}`)
    }
  }

  async frontPages(): Promise<void> {
    const { known } = this
    for (const language of languageCodes) {
      const plan = this.edition.frontPages[language]
      if (!plan) continue
      const story = (slug: string) =>
        need(known.articles, storyKey(language, slug), `${language} story`)
      const strips = plan.strips.map((strip) => ({
        layout: strip.layout,
        source:
          strip.kind === 'section'
            ? { relationTo: 'sections', value: need(known.sections, strip.section, 'section') }
            : { relationTo: 'series', value: need(known.series, strip.series, 'series') },
      }))
      const data = { lead: story(plan.lead), seconds: plan.seconds.map(story), strips }
      await this.ensure('front-pages', { language }, data)
    }
  }

  /** Settings that somebody has made already are theirs. */
  async site(): Promise<void> {
    const { payload } = this.task
    const { site } = this.edition
    const current = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
    if (current.name) return
    const navigation = site.navigation.map((entry) => {
      const [first = '', second] = entry.split(':')
      return second
        ? { relationTo: 'series', value: need(this.known.series, second, 'series') }
        : { relationTo: 'sections', value: need(this.known.sections, first, 'section') }
    })
    const { icp, newsLicence, hotline, inquiries, policyRevision } = site
    const shared = { navigation, icp, newsLicence, hotline, inquiries, policyRevision }
    for (const language of languageCodes) {
      const words = {
        name: site.name[language],
        tagline: site.tagline[language],
        slogan: site.slogan[language],
      }
      const data = { ...(language === defaultLanguage && shared), ...words } as never
      await payload.updateGlobal({ slug: 'site-settings', data, locale: language, depth: 0 })
    }
  }
}

/** What went wrong; of a refused save, the message at each field. */
function messageOf(error: unknown): string {
  if (error instanceof ValidationError)
    return error.data.errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
  return error instanceof Error ? error.message : String(error)
}
