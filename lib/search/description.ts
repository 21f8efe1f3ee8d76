import { escaped } from '../feeds/safe-text.ts'
import { factsOf, type Language } from '../languages.ts'
import { pathOf } from '../urls.ts'

export const searchDescriptionType = 'application/opensearchdescription+xml'

type Facts = { language: Language; name: string; description: string; siteUrl: string }

/** OpenSearch 1.1, draft 6: how programs search the portal, and what they may propose. */
export function searchDescription({ language, name, description, siteUrl }: Facts): string {
  const search = siteUrl + pathOf({ kind: 'search', language })
  const self = siteUrl + pathOf({ kind: 'search-description', language })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    // 16 characters at most, says the specification.
    `<ShortName>${escaped([...name].slice(0, 16).join(''))}</ShortName>`,
    `<Description>${escaped(description)}</Description>`,
    `<Url type="text/html" template="${escaped(search)}?q={searchTerms}"/>`,
    `<Url type="${searchDescriptionType}" rel="self" template="${escaped(self)}"/>`,
    `<Image width="32" height="32" type="image/x-icon">${escaped(siteUrl)}/favicon.ico</Image>`,
    `<Language>${factsOf(language).tag}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}
