import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Words } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { Picture } from '../../lib/pictures.ts'
import type { StoryCard } from '../../lib/reading/types.ts'

/** The HTML of a view, with the interface strings of a language. */
export function render(view: ReactNode, language: Language = 'en'): string {
  return renderToStaticMarkup(<Words language={language}>{view}</Words>)
}

export const picture: Picture = {
  id: 12,
  stem: '12-9f8e7d6c',
  width: 1920,
  height: 1080,
  alt: 'A bridge over a river',
  caption: 'The bridge at dawn.',
  credit: 'Illustration: iChongqing',
  licence: null,
}

export const card: StoryCard = {
  id: 7,
  language: 'en',
  href: '/en/2026/11/18/liziba-monorail',
  headline: 'The train that stops inside an apartment block',
  kicker: 'How it works',
  standfirst: 'The block and the line were drawn together.',
  picture,
  section: { href: '/en/city', name: 'City' },
  accent: 'jade',
  series: null,
  publishedAt: '2026-11-18T00:00:00Z',
  minutes: 5,
  format: 'story',
  isGoingOn: false,
  hasGallery: false,
  alsoIn: ['zh'],
}
