import type { Accent } from '../reading/types.ts'

/** Colours of `app/tokens.css` in its light scheme, which @vercel/og cannot read; a test compares them. */
export const palette = {
  paper: '#fbfaf6',
  ink: '#16202a',
  'ink-2': '#505d68',
  rule: '#dedad0',
  jade: '#0c6b62',
  vermilion: '#b93218',
  dusk: '#6c3562',
  'band-ink': '#16202a',
  'band-jade': '#0b4f49',
  'band-vermilion': '#8c2612',
  'band-dusk': '#46233f',
} as const

/** Of the lines of a motif on a band, as the dark scheme has them. */
export const onBand = { jade: '#63c7b7', vermilion: '#ff8a6b' } as const

export const accentColour = (accent: Accent): string => palette[accent]
export const bandColour = (accent: Accent): string => palette[`band-${accent}`]
/** Ink would be lost in the headline below it. */
export const kickerColour = (accent: Accent): string =>
  accentColour(accent === 'ink' ? 'jade' : accent)
