import type { SearchTextOf } from '../search-text.ts'

export const gallerySearchText: SearchTextOf = ({ title, pictures }) => ({
  captions: [title],
  pictures,
})
