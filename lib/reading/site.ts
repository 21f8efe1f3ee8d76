import type { Language } from '../languages.ts'
import { pathOf, staticPages, type Taxonomy } from '../urls.ts'
import { asReader, newsroom } from './newsroom.ts'
import { readSections, readTerms } from './taxonomies.ts'
import type { NamedLink, Site } from './types.ts'

type Entry = { relationTo: Taxonomy; value: unknown }

async function readNavigation(entries: readonly Entry[], language: Language): Promise<NamedLink[]> {
  const idsOf = (taxonomy: Taxonomy) =>
    entries.flatMap(({ relationTo, value }) =>
      relationTo === taxonomy && typeof value === 'number' ? [value] : [],
    )
  const kinds = [...new Set(entries.map(({ relationTo }) => relationTo))]
  const terms = new Map(
    await Promise.all(
      kinds.map(async (kind) => [kind, await readTerms(kind, idsOf(kind), language)] as const),
    ),
  )
  return entries.flatMap(({ relationTo, value }) => {
    const term = terms.get(relationTo)?.get(Number(value))
    return term ? [{ href: term.href, name: term.name }] : []
  })
}

/** What masthead and footer show; a portal without settings has its name at least. */
export async function readSite(language: Language): Promise<Site> {
  const payload = await newsroom()
  const [settings, sections, pages] = await Promise.all([
    payload.findGlobal({
      slug: 'site-settings',
      depth: 0,
      overrideAccess: false,
      locale: language,
      fallbackLocale: false,
    }),
    readSections(language),
    payload.find({
      collection: 'pages',
      where: { language: { equals: language } },
      select: { slug: true, title: true },
      ...asReader(language),
    }),
  ])
  const entries = (settings.navigation ?? []) as Entry[]
  const sectionLinks = sections.map(({ href, name }) => ({ href, name }))
  return {
    name: settings.name || 'iChongqing',
    tagline: settings.tagline ?? '',
    slogan: settings.slogan ?? '',
    icp: settings.icp || null,
    newsLicence: settings.newsLicence || null,
    hotline: settings.hotline || null,
    inquiries: settings.inquiries || null,
    social: (settings.social ?? []).map(({ name, url }) => ({ name, href: url })),
    policyRevision: settings.policyRevision?.slice(0, 10) ?? null,
    navigation: entries.length > 0 ? await readNavigation(entries, language) : sectionLinks,
    sections: sectionLinks,
    pages: staticPages.flatMap((slug) => {
      const page = pages.docs.find((doc) => doc.slug === slug)
      return page
        ? [{ slug, name: page.title, href: pathOf({ kind: 'page', language, slug }) }]
        : []
    }),
  }
}
