import type { SearchTextOf } from '../search-text.ts'

export const pictureSearchText: SearchTextOf = ({ picture }) => ({ pictures: picture })
