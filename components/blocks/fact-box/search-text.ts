import type { SearchTextOf } from '../search-text.ts'

export const factBoxSearchText: SearchTextOf = ({ title }) => ({ body: [title] })
