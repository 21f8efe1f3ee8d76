import type { SearchTextOf } from '../search-text.ts'

export const pullQuoteSearchText: SearchTextOf = ({ text, source }) => ({ body: [text, source] })
