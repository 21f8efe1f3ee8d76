import path from 'node:path'
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
} from 'payload'
import { renditionsDir, uploadsDir } from '../environment.ts'
import { announcePicture } from '../outbox/pictures.ts'
import type { Media } from '../payload-types.ts'
import { indexPicture } from '../search/keep-index.ts'
import { wordFor } from '../words.ts'
import { dropFiles } from './drop-files.ts'
import { takePicture } from './intake.ts'
import { makeRenditions, stemOf } from './renditions.ts'

const hashKey = 'media:hash'

/** Before Payload looks at the file: its bytes are checked, and written anew without private metadata. */
export const takeIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req
  if (!file || (operation !== 'create' && operation !== 'update')) return args
  const taken = await takePicture(file.data)
  if ('refused' in taken)
    throw new APIError(wordFor(taken.refused, req.i18n.language), 400, undefined, true)
  req.context[hashKey] = taken.hash
  req.file = { ...file, data: taken.data, size: taken.data.byteLength, mimetype: taken.mime }
  return args
}

const focalOf = (data: Partial<Media>) => ({ x: data.focalX ?? 50, y: data.focalY ?? 50 })

export const nameRenditions: CollectionBeforeChangeHook<Media> = ({ data, originalDoc, req }) => {
  const hash = req.context[hashKey]
  const fileHash = typeof hash === 'string' ? hash : originalDoc?.fileHash
  if (!fileHash) return data
  return { ...data, fileHash, stem: stemOf(fileHash, focalOf({ ...originalDoc, ...data })) }
}

/** Within the save: a picture without its renditions is not kept. */
export const drawRenditions: CollectionAfterChangeHook<Media> = async ({
  doc,
  previousDoc,
  req,
}) => {
  const { filename, width, height, stem } = doc
  if (filename && width && height && stem && stem !== previousDoc?.stem)
    await makeRenditions(
      req.file?.data ?? path.join(uploadsDir, filename),
      { width, height },
      focalOf(doc),
      renditionsDir,
      stem,
    )
  await indexPicture(req, doc.id)
  await announcePicture(req, doc.id)
  return doc
}

export const dropRenditions: CollectionAfterDeleteHook<Media> = async ({ doc, req }) => {
  await announcePicture(req, doc.id)
  await dropFiles(req, 'media', doc.stem)
  return doc
}
