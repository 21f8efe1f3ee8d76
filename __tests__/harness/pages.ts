import { type Language, languageCodes } from '../../lib/languages.ts'
import { portalUrl } from './portal.ts'

export type PageUnderTest = { type: string; language: Language; path: string; status: number }

const story = '/2026/11/18/liziba-monorail'
const liveStory = '/2026/08/20/yangtze-flood-crest-2020'
/** Entries have the numbers of their rows; the sample edition is the first to write any. */
const firstEntry: Readonly<Record<Language, number>> = { en: 1, zh: 19 }

/** One page of each type in each language, of the sample edition. */
export const pagesUnderTest: readonly PageUnderTest[] = languageCodes.flatMap((language) =>
  [
    ['front page', ''],
    ['section', '/city'],
    ['archive', '/archive'],
    ['archive of a topic', '/topics/yangtze/archive'],
    ['month', '/archive/2026-11'],
    ['month of a section', '/city/archive/2026-11'],
    ['month of an author', '/authors/lin-shan/archive/2026-11'],
    ['month of a series', '/series/two-rivers/archive/2026-11'],
    ['day', '/archive/2026-11-18'],
    ['on this day', '/on-this-day'],
    ['most read', '/most-read'],
    ['story', story],
    ['story with gallery', '/2026/11/06/wulong-karst'],
    ['photo essay', '/2026/09/19/a-day-on-the-slopes'],
    ['video story', '/2026/10/29/yangtze-cableway'],
    ['explainer', '/2026/10/12/land-sea-corridor'],
    ['interview', '/2023/11/10/venezuela-deputy-minister-technology-cooperation'],
    ['live story', liveStory],
    ['entry of a live story', `${liveStory}/updates/${firstEntry[language]}`],
    ['series', '/series/two-rivers'],
    ['topic', '/topics/yangtze'],
    ['author', '/authors/lin-shan'],
    ['latest', '/latest'],
    ['about', '/about'],
    ['contact', '/contact'],
    ['privacy', '/privacy'],
    ['cookies', '/cookies'],
    ['terms', '/terms'],
    ['corrections', '/corrections'],
    ['ownership', '/ownership'],
    ['feeds', '/feeds'],
    ['search', '/search'],
    [
      'search with results',
      language === 'zh' ? `/search?q=${encodeURIComponent('长江')}` : '/search?q=bridge',
    ],
    ['search without results', '/search?q=qwertyuiop'],
    ['message', '/message'],
    ['thanks', '/message/thanks'],
    ['unknown address', '/no/such/place', 404],
    ['month without stories', '/archive/2001-01', 404],
    ['unknown story', '/2026/11/18/no-such-story', 404],
  ].map(([type, path, status]) => ({
    type: String(type),
    language,
    path: `/${language}${path}`,
    status: typeof status === 'number' ? status : 200,
  })),
)

export const named = pagesUnderTest.map(
  (page) => [`${page.type} (${page.language})`, page] as const,
)

/** Fetches without following redirects. */
export const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, portalUrl()), { redirect: 'manual', headers })
