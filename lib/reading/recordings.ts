import { type Language, languageCodes } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import {
  captionsName,
  isRecordingType,
  type Recording,
  type RecordingSource,
  recordingPath,
} from '../recordings.ts'
import { readVideoLink } from '../video-links.ts'
import { pictureColumn, pictureJoins, pictureOf } from './pictures.ts'
import { type Row, statement } from './statements/statement.ts'

type Words = Record<'title' | 'credit' | 'captions' | 'transcript', string | null>

const byNumber = statement(
  'recordings by number',
  `select r.id, r.kind::text as kind, r.link, r.seconds, r.stem, r.mime_type, r.filesize,
     r.width, r.height, ${pictureColumn} as poster,
     (select json_object_agg(l._locale, json_build_object('title', l.title, 'credit', l.credit,
        'captions', l.captions, 'transcript', l.transcript))
      from recordings_locales l where l._parent_id = r.id) as words
   from unnest($2::int[]) p(id) join recordings r on r.id = p.id ${pictureJoins('r.poster_id')}`,
)

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function sourceOf(row: Row): RecordingSource | null {
  const { stem, mime_type: type, width, height } = row
  if (typeof stem === 'string' && isRecordingType(type)) {
    const size = width && height ? { width: Number(width), height: Number(height) } : null
    const path = recordingPath(stem, type)
    return { kind: 'file', path, type, bytes: Number(row.filesize), size }
  }
  const link = textOf(row.link)
  if (link === '') return null
  const video = readVideoLink(link)
  return video ? { kind: 'video-link', video } : { kind: 'link', href: link }
}

function recordingOf(row: Row, language: Language): Recording | null {
  const { id, kind, seconds, stem } = row
  const source = sourceOf(row)
  if (!source || (kind !== 'video' && kind !== 'audio')) return null
  const words = (row.words ?? {}) as Partial<Record<Language, Words>>
  const own = words[language]
  const ownFirst = [language, ...languageCodes.filter((code) => code !== language)]
  return {
    id: Number(id),
    kind,
    title: textOf(own?.title),
    credit: textOf(own?.credit) || null,
    seconds: seconds === null ? null : Number(seconds),
    source,
    poster: pictureOf(row.poster),
    captions: ownFirst.flatMap((code) => {
      const text = words[code]?.captions
      return text?.trim() && typeof stem === 'string'
        ? [{ language: code, path: `/media/${stem}/${captionsName(code, text)}` }]
        : []
    }),
    transcript: textOf(own?.transcript)
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph !== ''),
  }
}

/** Recordings by their number, with words in one language and captions in all. */
export async function readRecordings(
  ids: readonly number[],
  language: Language,
): Promise<Map<number, Recording>> {
  if (ids.length === 0) return new Map()
  const rows = await byNumber(language, [...new Set(ids)])
  const recordings = rows.flatMap((row) => recordingOf(row, language) ?? [])
  return new Map(recordings.map((recording) => [recording.id, recording]))
}

/** Keys of recordings that a page plays or names, and of their posters. */
export const keysOfRecordings = (recordings: readonly Recording[]): string[] =>
  recordings.flatMap(({ id, poster }) => [
    documentKey('recordings', id),
    ...(poster ? [documentKey('media', poster.id)] : []),
  ])

/** Numbers of the recordings that a story plays. */
export const recordingsIn = ({ film, audio }: Record<'film' | 'audio', number | null>): number[] =>
  [film, audio].filter((id) => id !== null)
