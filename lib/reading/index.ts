import 'server-only'
import { cache } from 'react'
import { type ListAddress, parseAddress } from '../urls.ts'
import { readFormerAddress as formerAddress } from './addresses.ts'
import { readArchive as archive, readDay as day, readMonth as month } from './archive/archives.ts'
import { readOnThisDay as onThisDay } from './archive/on-this-day.ts'
import { readArchiveSwitches as archiveSwitches } from './archive/switches.ts'
import { readFeed as feed } from './feeds.ts'
import { readFrontPage as frontPage } from './front-page.ts'
import { readList as list } from './lists.ts'
import { readLive as live } from './live.ts'
import { readMostRead as mostRead } from './most-read.ts'
import { readPage as page } from './pages.ts'
import { readSite as site } from './site.ts'
import { readStory as story } from './story.ts'
import {
  switchesOfAddress as addressSwitches,
  switchesOfStory as storySwitches,
} from './switches.ts'

/**
 * All that routes ask of the newsroom. Each answer is kept for the one render that asked, so that head
 * and page of a request share it.
 */
export const readSite = cache(site)
export const readFrontPage = cache(frontPage)
export const readStory = cache(story)
export const readLive = cache(live)
export const readPage = cache(page)
export const readFormerAddress = cache(formerAddress)

const lists = ['latest', 'section', 'series', 'topic', 'author']
const isList = (address: ReturnType<typeof parseAddress>): address is ListAddress =>
  address !== null && lists.includes(address.kind)

/** The feed of a list; null when there is no such list. */
export const readFeed = cache(feed)

/** The list at a path such as `/en/topics/food`; null when there is none. */
export const readList = cache(async (path: string) => {
  const address = parseAddress(path)
  return isList(address) ? await list(address) : null
})

/** The place of the archive at a path such as `/en/topics/food/archive/2023-11`; null when there is none. */
export const readArchived = cache(async (path: string) => {
  const address = parseAddress(path)
  switch (address?.kind) {
    case 'archive': {
      const found = await archive(address)
      return found && { kind: address.kind, address, ...found }
    }
    case 'month': {
      const found = await month(address)
      return found && { kind: address.kind, address, ...found }
    }
    case 'day': {
      const found = await day(address)
      return found && { kind: address.kind, address, ...found }
    }
    default:
      return null
  }
})
export type Archived = NonNullable<Awaited<ReturnType<typeof readArchived>>>

export const readArchiveSwitches = cache(archiveSwitches)
export const readOnThisDay = cache(onThisDay)
export const readMostRead = cache(mostRead)
export const switchesOfStory = cache(storySwitches)
export const switchesOfAddress = cache(addressSwitches)

export { readContacts } from './contacts.ts'
export { readLiveNews } from './live.ts'
export { readSearch } from './search.ts'
export { readNewsStories, readSitemapParts, readSitemapStories } from './sitemaps.ts'
export { readStaticAddresses } from './static-addresses.ts'
export { readSuggestions } from './suggestions.ts'
export { switchesAlike } from './switches.ts'
export { type NamedTerm, readTermNames } from './terms.ts'
