import { createHash } from 'node:crypto'
import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import type { Accent } from '../reading/types.ts'
import { type DrawingKind, drawingPath, drawingSizes } from './address.ts'

/** Raised whenever the layouts change, so that what was drawn before gets a new address. */
const layoutVersion = 2

/** What of a picture decides how it looks. */
export type DrawnPicture = Pick<Picture, 'stem' | 'width' | 'height'>

/** Everything that is drawn for a page; made by the functions of `pages.ts`. */
export type DrawingSpec = {
  form: 'story' | 'front' | 'list' | 'person' | 'text'
  language: Language
  /** Of the page. */
  path: string
  /** Name of the portal. */
  site: string
  kicker: string | null
  title: string
  /** Below the title, where there is room. */
  text: string | null
  accent: Accent
  picture: DrawnPicture | null
  /** For stories: what their poster shows beside. */
  poster: { standfirst: string; date: string; address: string } | null
}

/** A drawing as a page announces it. */
export type Drawing = {
  /** Path of this portal: immutable, since it changes with what is drawn. */
  path: string
  type: 'image/jpeg'
  /** px */
  width: number
  height: number
  /** What it says, in the language of the page. */
  alt: string
}

/**
 * The drawing of a page.
 * @throws {Error} for `square` and `poster` of what is no story.
 */
export function drawingOf(spec: DrawingSpec, kind: DrawingKind): Drawing {
  if (kind !== 'wide' && spec.form !== 'story') throw new Error(`No ${kind} of a ${spec.form}`)
  const path = drawingPath(kind, hashOf(spec, kind), spec.path)
  return { path, type: 'image/jpeg', ...drawingSizes[kind], alt: altOf(spec) }
}

function altOf({ form, kicker, title, text, site }: DrawingSpec): string {
  if (form === 'front') return [title, text].filter(Boolean).join(' | ')
  return [kicker, title, site].filter(Boolean).join(' | ')
}

function hashOf({ poster, ...shown }: DrawingSpec, kind: DrawingKind): string {
  const drawn = { layoutVersion, kind, ...shown, ...(kind === 'poster' && { poster }) }
  return createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 12)
}
