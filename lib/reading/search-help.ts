import { type Language, otherLanguages } from '../languages.ts'
import { type SearchParameters, searchPath } from '../search/query/parameters.ts'
import { type Query, readQuery } from '../search/query/query.ts'
import { fewerWords, withReplaced } from '../search/query/relax.ts'
import type { Filters, SearchIndex } from '../search/search-index.ts'
import { isSpellable } from '../search/text/spellable.ts'
import { readFewNewest } from './cards.ts'
import type { Proposal, SearchPage } from './search-types.ts'

const mostProposals = 3
/** Each is searched for before it is proposed. */
const mostTried = 6
/** Words of a search whose spelling is looked up. */
const mostLookedUp = 3

export type Help = Pick<SearchPage, 'spellings' | 'fewer' | 'elsewhere' | 'latest'>
export const noHelp: Help = { spellings: [], fewer: [], elsewhere: [], latest: [] }

/** What may help a reader who has found nothing: each proposal finds something. */
export async function readHelp(
  index: SearchIndex,
  query: Query,
  parameters: SearchParameters,
  filters: Filters,
  language: Language,
): Promise<Help> {
  const latest = await readFewNewest(language)
  if (query.must.length === 0) return { ...noHelp, latest }
  const count = async (text: string, own: Filters): Promise<number> =>
    (await index.search(readQuery(text), own, { size: 1, after: null })).count
  const propose = async (texts: readonly string[]): Promise<Proposal[]> => {
    const proposals: Proposal[] = []
    for (const text of texts.slice(0, mostTried)) {
      const found = await count(text, filters)
      if (found > 0)
        proposals.push({
          text,
          count: found,
          href: searchPath(language, { ...parameters, q: text, after: '' }),
        })
      if (proposals.length === mostProposals) break
    }
    return proposals
  }
  const spelt = await otherSpellings(index, query, language)
  const elsewhere = await Promise.all(
    otherLanguages(language).map(async (other) => ({
      language: other,
      text: parameters.q,
      count: await count(parameters.q, { languages: [other] }),
      href: searchPath(other, { q: parameters.q }),
    })),
  )
  return {
    spellings: await propose(spelt),
    fewer: await propose(fewerWords(query)),
    elsewhere: elsewhere.filter(({ count: found }) => found > 0),
    latest,
  }
}

/** The query with one of its words as it may have been meant, as often as will be tried. */
async function otherSpellings(
  index: SearchIndex,
  query: Query,
  language: Language,
): Promise<string[]> {
  const spelt: string[] = []
  let lookedUp = 0
  for (const [at, unit] of query.must.entries()) {
    const word = unit.text.toLowerCase()
    if (!isSpellable(word)) continue
    if (spelt.length >= mostTried || ++lookedUp > mostLookedUp) break
    for (const other of await index.spellings(word, language))
      spelt.push(withReplaced(query, at, other))
  }
  return spelt
}
