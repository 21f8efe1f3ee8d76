import type { Language } from '../languages.ts'
import { type ListAddress, pathOf, staticPages } from '../urls.ts'
import { listOf, text, textOrNull, timeOrNull } from './statements/fields.ts'
import { askedLocale } from './statements/rules.ts'
import { statement } from './statements/statement.ts'
import type { NamedLink, Site } from './types.ts'

const named = (kind: string, taxonomy: string) => `
  select '${kind}' as kind, t.slug, n.name from ${taxonomy} t
  join ${taxonomy}_locales n on n._parent_id = t.id and n._locale = ${askedLocale}`

const site = statement(
  'site',
  `select w.name, w.tagline, w.slogan, x.icp, x.news_licence, x.hotline, x.inquiries, x.policy_revision,
     (select json_agg(json_build_object('name', o.name, 'href', o.url) order by o._order)
       from site_settings_social o where o._parent_id = x.id) as social,
     exists (
       select from site_settings_rels r where r.parent_id = x.id and r.path = 'navigation'
     ) as is_chosen,
     (select json_agg(json_build_object('kind', v.kind, 'slug', v.slug, 'name', v.name)
         order by r."order")
       from site_settings_rels r cross join lateral (
         ${named('section', 'sections')} where t.id = r.sections_id
         union all ${named('series', 'series')} where t.id = r.series_id
         union all ${named('topic', 'topics')} where t.id = r.topics_id
       ) v where r.parent_id = x.id and r.path = 'navigation' and v.name <> '') as navigation,
     (select json_agg(json_build_object('kind', v.kind, 'slug', v.slug, 'name', v.name)
         order by v._order)
       from (
         select t._order, 'section' as kind, t.slug, n.name from sections t
         join sections_locales n on n._parent_id = t.id and n._locale = ${askedLocale}
       ) v where v.name <> '') as sections,
     (select json_agg(json_build_object('slug', p.slug, 'title', p.title))
       from pages p where p.language::text = $1::text and p._status = 'published') as pages
   from (select) one left join site_settings x on true
   left join site_settings_locales w on w._parent_id = x.id and w._locale = ${askedLocale}
   order by x.id limit 1`,
)

type Named = { kind: Exclude<ListAddress['kind'], 'latest'>; slug: string; name: string }

/** What masthead and footer show; a portal without settings has its name at least. */
export async function readSite(language: Language): Promise<Site> {
  const [row = {}] = await site(language)
  const linksOf = (value: unknown): NamedLink[] =>
    listOf<Named>(value).map(({ kind, slug, name }) => ({
      href: pathOf({ kind, language, slug }),
      name,
    }))
  const sections = linksOf(row.sections)
  const pages = listOf<{ slug: string; title: string }>(row.pages)
  return {
    name: text(row.name) || 'iChongqing',
    tagline: text(row.tagline),
    slogan: text(row.slogan),
    icp: textOrNull(row.icp),
    newsLicence: textOrNull(row.news_licence),
    hotline: textOrNull(row.hotline),
    inquiries: textOrNull(row.inquiries),
    social: listOf<NamedLink>(row.social),
    policyRevision: timeOrNull(row.policy_revision)?.slice(0, 10) ?? null,
    navigation: row.is_chosen === true ? linksOf(row.navigation) : sections,
    sections,
    pages: staticPages.flatMap((slug) => {
      const page = pages.find((one) => one.slug === slug)
      return page
        ? [{ slug, name: page.title, href: pathOf({ kind: 'page', language, slug }) }]
        : []
    }),
  }
}
