import { createHash } from 'node:crypto'
import type { Language } from './languages.ts'
import type { Picture } from './pictures.ts'
import type { VideoLink } from './reading/types.ts'

/** What may be uploaded, and under which name it is served from the recording's folder. */
export const recordingFiles = {
  'video/mp4': 'film.mp4',
  'video/webm': 'film.webm',
  'audio/mpeg': 'sound.mp3',
  'audio/mp4': 'sound.m4a',
  'audio/ogg': 'sound.ogg',
} as const
export type RecordingType = keyof typeof recordingFiles

export const isRecordingType = (value: unknown): value is RecordingType =>
  typeof value === 'string' && value in recordingFiles

/** A film or a sound as pages need it, in one language. */
export type Recording = {
  id: number
  kind: 'video' | 'audio'
  title: string
  credit: string | null
  /** Length, seconds; null when only a link is known. */
  seconds: number | null
  source: RecordingSource
  poster: Picture | null
  /** The page's language first. */
  captions: readonly { language: Language; path: string }[]
  /** Paragraphs; none when there is no transcript. */
  transcript: readonly string[]
}

export type RecordingSource =
  | {
      kind: 'file'
      path: string
      type: RecordingType
      bytes: number
      /** Of the picture, px; null for sound. */
      size: { width: number; height: number } | null
    }
  | { kind: 'video-link'; video: VideoLink }
  | { kind: 'link'; href: string }

/** `/media/04f414b56c592290/film.mp4`: another file has another folder, so that addresses are immutable. */
export const recordingPath = (stem: string, type: RecordingType): string =>
  `/media/${stem}/${recordingFiles[type]}`

/** File of captions in a language; changed captions have another name. */
export const captionsName = (language: Language, webVtt: string): string =>
  `captions-${language}-${createHash('sha256').update(webVtt).digest('hex').slice(0, 12)}.vtt`
