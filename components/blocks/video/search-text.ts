import type { SearchTextOf } from '../search-text.ts'

export const videoSearchText: SearchTextOf = ({ title, picture }) => ({
  captions: [title],
  pictures: picture,
})
