import { gallerySearchText } from './gallery/search-text.ts'
import { pictureSearchText } from './picture/search-text.ts'
import { pullQuoteSearchText } from './pull-quote/search-text.ts'
import { relatedStorySearchText } from './related-story/search-text.ts'
import type { SearchTextOf } from './search-text.ts'
import { videoSearchText } from './video/search-text.ts'

/** By the block's slug; of those that say more, or less, than most do. */
const searchTexts: Readonly<Record<string, SearchTextOf>> = {
  gallery: gallerySearchText,
  picture: pictureSearchText,
  pullQuote: pullQuoteSearchText,
  relatedStory: relatedStorySearchText,
  video: videoSearchText,
}

/** Of a block that says nothing for itself, what most blocks have: a title and a text. */
const byHabit: SearchTextOf = ({ title, text }) => ({ body: [title, text] })

export const searchTextOf = (blockType: string): SearchTextOf => searchTexts[blockType] ?? byHabit
