import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { DrawingKind } from '@/lib/drawings/address.ts'
import type { DrawnPlace } from '@/lib/drawings/pages.ts'
import { type DrawingSpec, drawingOf } from '@/lib/drawings/spec.ts'
import { type Head, metadataOf } from '@/lib/head/metadata.ts'
import type { Publication } from '@/lib/head/structured/publication.ts'
import type { Language } from '@/lib/languages.ts'
import { readFormerAddress, readSite } from '@/lib/reading/index.ts'
import { drawnPlace } from './drawn-place.ts'
import { siteUrl } from './site-url.ts'

type Page = Omit<Head, 'title' | 'sharedTitle' | 'siteName' | 'siteUrl' | 'drawings'> & {
  /** What is drawn for it, and how: stories have a square too, for WeChat. */
  drawn?: { spec: (place: DrawnPlace) => DrawingSpec; kinds?: readonly DrawingKind[] }
  /** Without the site's name; null on the front page, which is called by it. */
  title: string | null
  /** For other sites, when it is not the title. */
  sharedTitle?: string
}

/** Head of a page: its title with the site's name behind it, description, addresses, what is shared. */
export async function headOf({ title, sharedTitle, drawn, ...page }: Page): Promise<Metadata> {
  const site = await readSite(page.language)
  const { language, path } = page
  const spec = drawn?.spec(await drawnPlace(language, path))
  const front = [site.name, site.tagline].filter(Boolean).join(' | ')
  return metadataOf({
    ...page,
    title: title === null ? front : `${title} | ${site.name}`,
    sharedTitle: sharedTitle ?? title ?? front,
    siteName: site.name,
    siteUrl: siteUrl(),
    drawings: spec ? (drawn?.kinds ?? ['wide']).map((kind) => drawingOf(spec, kind)) : [],
  })
}

/** Head of what stands where there is no page. */
export async function absentHead(language: Language, path: string): Promise<Metadata> {
  const [former, t] = await Promise.all([readFormerAddress(path), getTranslations('meta')])
  const title = former.kind === 'withdrawn' ? t('withdrawn') : t('notFound')
  return await headOf({ language, path, title, description: null, switches: [], indexed: false })
}

/** For structured data: whose page it is. */
export async function publicationOf(language: Language): Promise<Publication> {
  return { site: await readSite(language), language, siteUrl: siteUrl() }
}
