import type { UploadFieldValidation } from 'payload'
import { upload } from 'payload/shared'
import { isLanguage } from '../../lib/languages.ts'
import { wordFor } from '../words.ts'
import { refusals } from './refusals.ts'

/**
 * A story is published with a picture that has alternative text and a credit in the story's language.
 * Drafts are not asked (Payload validates them only when they are published).
 */
export const validateLeadPicture: UploadFieldValidation = async (value, { req, siblingData }) => {
  const ui = req.i18n.language
  const id = typeof value === 'number' ? value : null
  if (id === null) return wordFor(refusals.pictureMissing, ui)
  const language: unknown =
    typeof siblingData === 'object' && siblingData !== null && 'language' in siblingData
      ? siblingData.language
      : null
  if (!isLanguage(language)) return true
  const picture = await req.payload.findByID({
    collection: 'media',
    id,
    depth: 0,
    locale: language,
    fallbackLocale: false,
    disableErrors: true,
    select: { alt: true, credit: true },
    // The request stands in the transaction of the save, but keeps the language of its own screen.
    req: { payload: req.payload, transactionID: req.transactionID },
  })
  if (!picture) return wordFor(refusals.pictureMissing, ui)
  if (!picture.alt?.trim()) return wordFor(refusals.pictureAlt, ui)
  if (!picture.credit?.trim()) return wordFor(refusals.pictureCredit, ui)
  return true
}

/** A video story is published with its film. */
export const validateFilm: UploadFieldValidation = (value, options) => {
  const { req, siblingData } = options
  const { format, _status: status }: { format?: unknown; _status?: unknown } = siblingData ?? {}
  // A published story may always be withdrawn.
  if (format === 'video' && status !== 'draft' && !value)
    return wordFor(refusals.filmMissing, req.i18n.language)
  return upload(value, options)
}
