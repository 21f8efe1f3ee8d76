import type { Language } from '../languages.ts'
import { kindOfCollection, pathOf } from '../urls.ts'
import { listOf, numberOrNull, textOrNull } from './statements/fields.ts'
import { newestOf, places } from './statements/places.ts'
import { askedLanguage, askedLocale, isLive } from './statements/rules.ts'
import { statement } from './statements/statement.ts'
import type { Accent, StripLayout } from './types.ts'

type Source = 'sections' | 'series' | 'topics'

/** A strip as the desk planned it. */
export type PlannedStrip = {
  layout: StripLayout
  source: { collection: Source; id: number }
  /** Null where it has no name in the language, and so no place on the page. */
  term: { title: string; href: string; description: string | null; accent: Accent } | null
  /** Numbers of stories that stand first. */
  stories: readonly number[]
}

export type FrontPlan = {
  /** Of the document; null while nobody has planned a page. */
  id: number | null
  lead: number | null
  seconds: readonly number[]
  strips: readonly PlannedStrip[]
}

/** Stories picked at a path of the plan, those that readers may see. */
const picked = (path: string): string => `
  (select json_agg(a.id order by r."order") from front_pages_rels r
   join articles a on a.id = r.articles_id and a.language = ${askedLanguage} and ${isLive('a')}
   where r.parent_id = f.id and r.path = ${path})`

const sourceOf = (taxonomy: Source, column: string, accent: string): string => `
  select '${taxonomy}' as collection, t.id, t.slug, n.name, n.description, ${accent} as accent
  from ${taxonomy} t
  left join ${taxonomy}_locales n on n._parent_id = t.id and n._locale = ${askedLocale}
  where t.id = r.${column}`

const plan = statement(
  'plan of the front page',
  `select f.id,
     (select a.id from articles a
       where a.id = f.lead_id and a.language = ${askedLanguage} and ${isLive('a')}) as lead,
     ${picked(`'seconds'`)} as seconds,
     (select json_agg(json_build_object('layout', s.layout, 'collection', v.collection, 'id', v.id,
         'slug', v.slug, 'name', v.name, 'description', v.description, 'accent', v.accent,
         'stories', ${picked(`'strips.' || (s._order - 1) || '.stories'`)}) order by s._order)
       from front_pages_strips s
       join front_pages_rels r on r.parent_id = f.id
         and r.path = 'strips.' || (s._order - 1) || '.source'
       cross join lateral (
         ${sourceOf('sections', 'sections_id', 't.accent::text')}
         union all ${sourceOf('series', 'series_id', 't.accent::text')}
         union all ${sourceOf('topics', 'topics_id', 'null')}
       ) v where s._parent_id = f.id) as strips
   from front_pages f where f.language::text = $1::text limit 1`,
)

type StoredStrip = {
  layout: StripLayout
  collection: Source
  id: number
  slug: string
  name: string | null
  description: string | null
  accent: Accent | null
  stories: number[] | null
}

/** The page as the desk planned it; without a plan, an empty one. */
export async function readPlan(language: Language): Promise<FrontPlan> {
  const [row = {}] = await plan(language)
  return {
    id: numberOrNull(row.id),
    lead: numberOrNull(row.lead),
    seconds: listOf(row.seconds),
    strips: listOf<StoredStrip>(row.strips).map((strip) => {
      const { layout, collection, id, slug, name, accent } = strip
      const href = pathOf({ kind: kindOfCollection[collection], language, slug })
      const description = textOrNull(strip.description)
      return {
        layout,
        source: { collection, id },
        term: name ? { title: name, href, description, accent: accent ?? 'ink' } : null,
        stories: strip.stories ?? [],
      }
    }),
  }
}

/** Stories with which empty places fill, by the place in the plan of a strip; null: the top of the page. */
export type Filling = { flagged: number[]; latest: number[]; strips: number[][] }

/** Those of the top, twice over: the half of them may stand there already. */
const ofTop = 8
/** As many as the longest plan takes: 5 of its own, what 15 other strips and the top may have taken of the same. */
const ofStrip = 41

const filling = statement(
  'filling of the front page',
  `(select 'flagged' as what, null::int as strip, id, at from (
      ${newestOf(places.latest, 'null', ofTop, 'and l.on_front_page')}) f)
   union all
   (select 'latest', null, id, at from (${newestOf(places.latest, 'null', ofTop)}) l)
   union all
   (select 'strip', p.strip, n.id, n.at
    from jsonb_to_recordset($2::jsonb) as p(strip int, sections int, series int, topics int)
    cross join lateral (
      (${newestOf(places.section, 'p.sections', ofStrip)})
      union all (${newestOf(places.series, 'p.series', ofStrip)})
      union all (${newestOf(places.topic, 'p.topics', ofStrip)})
    ) n)
   order by strip, at desc, id desc`,
)

/** The newest stories of the whole edition, of those flagged for the front page, and of each strip's source. */
export async function readFilling(
  strips: readonly PlannedStrip[],
  language: Language,
): Promise<Filling> {
  const sources = strips.map(({ source }, strip) => ({ strip, [source.collection]: source.id }))
  const rows = await filling(language, JSON.stringify(sources))
  const of = (what: string, strip: number | null): number[] =>
    rows.filter((r) => r.what === what && r.strip === strip).map((row) => Number(row.id))
  return {
    flagged: of('flagged', null),
    latest: of('latest', null),
    strips: strips.map((_strip, at) => of('strip', at)),
  }
}
