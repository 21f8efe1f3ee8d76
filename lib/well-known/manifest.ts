import { factsOf, type Language } from '../languages.ts'

type Portal = { name: string; description: string; language: Language }

/** The paper of the light scheme (`app/tokens.css`). */
const paper = '#fbfaf6'

/**
 * Web app manifest (W3C): the portal as readers put it on their home screen. Its start chooses the
 * language; pages stay ordinary pages.
 */
export const webManifest = ({ name, description, language }: Portal): string =>
  JSON.stringify({
    name,
    short_name: name.slice(0, 12),
    ...(description && { description }),
    lang: factsOf(language).tag,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    categories: ['news'],
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  })
