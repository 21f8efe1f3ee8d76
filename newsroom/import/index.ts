import type { Payload } from 'payload'
import { renderPicture } from '../../content/illustrations/render.ts'
import { importEdition } from './load.ts'
import { removeEdition as remove } from './remove.ts'

const sample = 'sample'
export type Progress = (done: number, total: number, what: string) => void

/** The sample edition in `content/`, its pictures drawn on the spot. */
export const loadEdition = (payload: Payload, folder: string, onProgress?: Progress) =>
  importEdition({
    payload,
    edition: sample,
    folder,
    picture: renderPicture,
    ...(onProgress && { onProgress }),
  })

export const removeEdition = (payload: Payload, onProgress?: Progress) =>
  remove(payload, sample, onProgress)
