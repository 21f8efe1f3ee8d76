import type { SearchTextOf } from '../search-text.ts'

/** What the other story says is found there. */
export const relatedStorySearchText: SearchTextOf = () => ({})
