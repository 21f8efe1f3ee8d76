import type { Language } from '../languages.ts'
import { availableWidths, type Picture, renditionPath, renditionSize } from '../pictures.ts'
import type { BodyPart, NamedLink } from '../reading/types.ts'
import type { Recording, RecordingSource } from '../recordings.ts'

/** A story as feeds tell it: whole. */
export type FeedStory = {
  id: number
  href: string
  headline: string
  standfirst: string
  dateline: string | null
  body: readonly BodyPart[]
  picture: FeedPicture | null
  /** Film and audio version. */
  recordings: readonly Recording[]
  /** Who wrote it. */
  authors: readonly NamedLink[]
  section: string
  topics: readonly string[]
  /** ISO 8601, UTC. */
  publishedAt: string
  /** When its text was last changed or corrected; null when it never was. ISO 8601, UTC. */
  updatedAt: string | null
  corrections: readonly string[]
}

/** @param bytes of the file that `pictureFile` names; null when they are not known. */
export type FeedPicture = { picture: Picture; bytes: number | null }

/** What a feed says in its reader's language where the page would show it. */
export type FeedWords = {
  dateline: (place: string) => string
  gallery: string
  readAlso: string
  correction: string
  video: (title: string, host: 'youtube' | 'bilibili' | 'tencent') => string
}

export type Feed = {
  /** Origin of the site. */
  siteUrl: string
  language: Language
  title: string
  description: string
  /** Path of the page that lists the same stories. */
  path: string
  /** Path of this feed. */
  self: string
  /** The WebSub hub that is told of changes. */
  hub: string | null
  /** Newest first. */
  stories: readonly FeedStory[]
  words: FeedWords
}

/**
 * The name of a story in feeds, for ever (RFC 4151): readers' programs know by it what they have shown.
 * It names the document and holds neither its address, which may change, nor the host of the site,
 * which may move; the authority is the name under which the portal was founded.
 */
export const storyTag = (id: number): string => `tag:ichongqing.info,2026:articles/${id}`

const largestWidth = 1280

/** The rendition of a picture that feeds show: its own proportions, JPEG, 1280 px wide at most. */
export function pictureFile(picture: Picture): { path: string; width: number; height: number } {
  const widths = availableWidths(picture, 'whole')
  const width = widths.findLast((value) => value <= largestWidth) ?? widths[0] ?? picture.width
  const size = renditionSize(picture, 'whole', width)
  return { path: renditionPath(picture.stem, 'whole', width, 'jpg'), ...size }
}

/** When the newest thing in the feed came out or changed; ISO 8601, null for an empty one. */
export const lastChange = (stories: readonly FeedStory[]): string | null =>
  stories
    .map(({ publishedAt, updatedAt }) => updatedAt ?? publishedAt)
    .sort()
    .at(-1) ?? null

type RecordedFile = Extract<RecordingSource, { kind: 'file' }>

/** Recordings whose file is the portal's own: only of these are type and length known. */
export const recordedFiles = ({
  recordings,
}: Pick<FeedStory, 'recordings'>): { recording: Recording; file: RecordedFile }[] =>
  recordings.flatMap((recording) =>
    recording.source.kind === 'file' ? [{ recording, file: recording.source }] : [],
  )
