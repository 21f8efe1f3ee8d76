import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
} from 'payload'
import { readVideoLink } from '../../lib/video-links.ts'
import { dropFiles } from '../media/drop-files.ts'
import { announceRecording } from '../outbox/recordings.ts'
import type { Recording } from '../payload-types.ts'
import { indexRecording } from '../search/keep-index.ts'
import { wordFor, words } from '../words.ts'
import { layOut } from './files.ts'
import { type TakenRecording, takeRecording } from './intake.ts'

const takenKey = 'recordings:taken'
const nothing = words('Upload a file, or give a link.', '请上传文件或填写链接。')

/** Before Payload looks at the file: what it is is read from its bytes. */
export const takeIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req
  if (!file || (operation !== 'create' && operation !== 'update')) return args
  const taken = await takeRecording(file.data)
  if ('refused' in taken)
    throw new APIError(wordFor(taken.refused, req.i18n.language), 400, undefined, true)
  req.context[takenKey] = taken
  req.file = { ...file, mimetype: taken.type }
  return args
}

/** What follows from the file or the link. */
export const describe: CollectionBeforeChangeHook<Recording> = ({ data, originalDoc, req }) => {
  const taken = req.context[takenKey] as TakenRecording | undefined
  if (taken) {
    const { kind, seconds, width, height, type, hash } = taken
    return { ...data, kind, seconds, width, height, mimeType: type, stem: hash.slice(0, 16) }
  }
  const { filename, link } = { ...originalDoc, ...data }
  if (filename) return data
  if (!link?.trim()) throw new APIError(wordFor(nothing, req.i18n.language), 400, undefined, true)
  return { ...data, kind: readVideoLink(link) ? 'video' : 'audio' }
}

/** Within the save: what pages name is there before they can name it. */
export const publish: CollectionAfterChangeHook<Recording> = async ({ doc, req }) => {
  await layOut(req, doc)
  await indexRecording(req, doc.id)
  await announceRecording(req, doc.id)
  return doc
}

export const withdraw: CollectionAfterDeleteHook<Recording> = async ({ doc, req }) => {
  await announceRecording(req, doc.id)
  await dropFiles(req, 'recordings', doc.stem)
  return doc
}
