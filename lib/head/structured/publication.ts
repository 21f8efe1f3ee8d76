import type { NewsMediaOrganization, WebSite } from 'schema-dts'
import { factsOf, type Language } from '../../languages.ts'
import type { Site } from '../../reading/types.ts'
import { pathOf, type StaticPage } from '../../urls.ts'

/** Whose page it is, in which language, and at which address the portal is published. */
export type Publication = { site: Site; language: Language; siteUrl: string }

export const absoluteIn =
  ({ siteUrl }: Pick<Publication, 'siteUrl'>) =>
  (path: string): string =>
    new URL(path, siteUrl).href

/** How other things of a page point to the publisher: an `@id`, the same on every page. */
export const publisherOf = (publication: Publication) => ({
  '@id': absoluteIn(publication)('/#publisher'),
})

const websiteId = (publication: Publication): string =>
  absoluteIn(publication)(`/${publication.language}#website`)

/**
 * The publisher with its policies (schema.org NewsMediaOrganization, trust indicators). Only policies
 * that are published are named.
 */
export function organizationOf(publication: Publication): NewsMediaOrganization {
  const { site, language } = publication
  const absolute = absoluteIn(publication)
  const policy = (slug: StaticPage) => {
    const page = site.pages.find((entry) => entry.slug === slug)
    return page && absolute(page.href)
  }
  const about = policy('about')
  const corrections = policy('corrections')
  const ownership = policy('ownership')
  const contact = [site.inquiries, site.hotline].some(Boolean)
  return {
    '@type': 'NewsMediaOrganization',
    ...publisherOf(publication),
    name: site.name,
    url: absolute(pathOf({ kind: 'front', language })),
    logo: {
      '@type': 'ImageObject',
      url: absolute('/icon-512.png'),
      width: '512',
      height: '512',
    },
    ...(site.slogan && { slogan: site.slogan }),
    ...(site.social.length > 0 && { sameAs: site.social.map(({ href }) => href) }),
    ...(about && { publishingPrinciples: about }),
    ...(corrections && { correctionsPolicy: corrections }),
    ...(ownership && { ownershipFundingInfo: ownership }),
    ...(contact && {
      contactPoint: {
        '@type': 'ContactPoint',
        contactType: 'newsroom',
        ...(site.inquiries && { email: site.inquiries }),
        ...(site.hotline && { telephone: site.hotline }),
      },
    }),
  }
}

/** The edition of one language. */
export function websiteOf(publication: Publication): WebSite {
  const { site, language } = publication
  return {
    '@type': 'WebSite',
    '@id': websiteId(publication),
    name: site.name,
    ...(site.tagline && { description: site.tagline }),
    url: absoluteIn(publication)(pathOf({ kind: 'front', language })),
    inLanguage: factsOf(language).tag,
    publisher: publisherOf(publication),
  }
}

/** The same with how it is searched, for the front page. */
export function searchedWebsiteOf(publication: Publication): WebSite {
  const search = absoluteIn(publication)(pathOf({ kind: 'search', language: publication.language }))
  const action = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
    // Of schema.org's markup for actions, which its types leave out.
    'query-input': 'required name=search_term_string',
  } as const
  return Object.assign(websiteOf(publication), { potentialAction: action })
}

/** For what is a page of the edition. */
export const partOfWebsite = (publication: Publication) => ({
  isPartOf: { '@id': websiteId(publication) },
})
