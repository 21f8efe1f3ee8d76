import { isChinese, type Language } from '../../languages.ts'
import type { DrawingSpec } from '../spec.ts'
import { type Fitted, fitText, type Room } from '../type/break-lines.ts'
import { drawable } from '../type/drawable.ts'
import type { Weight } from '../type/typecase.ts'

/** Line heights, em: Chinese needs more air. */
export const leadingOf = (language: Language) =>
  isChinese(language) ? { head: 1.32, text: 1.6 } : { head: 1.14, text: 1.42 }

/** A text of a page, made drawable and fitted; null when there is none. */
export function fitted(
  { language }: Pick<DrawingSpec, 'language'>,
  text: string | null,
  weight: Weight,
  room: Room,
  tracking = 0,
): Fitted | null {
  const clean = text === null ? '' : drawable(text, weight, language)
  if (clean === '') return null
  return fitText(clean, room, { language, weight, tracking })
}

/** The name of the portal in one line. */
export const fittedName = (spec: DrawingSpec, width: number, sizes: readonly number[]) =>
  // Its letters are Latin in both editions, and so is its apostrophe, if it has one.
  fitted({ language: 'en' }, spec.site, 'head', { width, most: 1, sizes }, -0.035)

export const fittedHead = (spec: DrawingSpec, width: number, sizes: readonly number[], most = 3) =>
  fitted(spec, spec.title, 'head', { width, most, sizes }, -0.012)

export const fittedKicker = (spec: DrawingSpec, width: number, size: number) =>
  fitted(spec, spec.kicker, 'head', { width, most: 1, sizes: [size] })
