import { createHash } from 'node:crypto'
import { BufferSource, Input, type InputFormat, MP3, MP4, OGG, WEBM } from 'mediabunny'
import type { RecordingType } from '../../lib/recordings.ts'
import { type Words, words } from '../words.ts'

export const largestRecordingBytes = 200 * 1024 * 1024

export type TakenRecording = {
  kind: 'video' | 'audio'
  type: RecordingType
  seconds: number
  /** Px as shown; null for sound. */
  width: number | null
  height: number | null
  hash: string
}
export type RefusedRecording = { refused: Words }

const refused = (en: string, zh: string): RefusedRecording => ({ refused: words(en, zh) })
const unreadable = refused(
  'This file is no film or sound that browsers play. Upload MP4 or WebM, or MP3, M4A or Ogg.',
  '浏览器无法播放该文件，请上传 MP4、WebM 视频，或 MP3、M4A、Ogg 音频。',
)
const tooHeavy = refused('This file is larger than 200 MB.', '文件超过 200 MB。')

/** What every browser in use plays: H.264, VP8, VP9, AV1; AAC, MP3, Opus, Vorbis. */
const played: ReadonlySet<string> = new Set([
  'avc',
  'vp8',
  'vp9',
  'av1',
  'aac',
  'mp3',
  'opus',
  'vorbis',
])

const typesOf = new Map<InputFormat, { video?: RecordingType; audio: RecordingType | null }>([
  [MP4, { video: 'video/mp4', audio: 'audio/mp4' }],
  [WEBM, { video: 'video/webm', audio: null }],
  [MP3, { audio: 'audio/mpeg' }],
  [OGG, { audio: 'audio/ogg' }],
])

/** Takes an uploaded file in: what it is, how long and how large is read from its bytes, never from its name. */
export async function takeRecording(file: Buffer): Promise<TakenRecording | RefusedRecording> {
  if (file.byteLength > largestRecordingBytes) return tooHeavy
  const input = new Input({
    source: new BufferSource(new Uint8Array(file)),
    formats: [...typesOf.keys()],
  })
  try {
    const types = typesOf.get(await input.getFormat())
    const [film, sound] = await Promise.all([
      input.getPrimaryVideoTrack(),
      input.getPrimaryAudioTrack(),
    ])
    const codecs = [film, sound].flatMap((track) => (track ? [track.codec] : []))
    const type = film ? types?.video : types?.audio
    const seconds = await input.computeDuration()
    if (!type || codecs.length === 0 || !codecs.every((codec) => codec && played.has(codec)))
      return unreadable
    return {
      kind: film ? 'video' : 'audio',
      type,
      seconds: Math.round(seconds * 100) / 100,
      width: film ? await film.getDisplayWidth() : null,
      height: film ? await film.getDisplayHeight() : null,
      hash: createHash('sha256').update(file).digest('hex'),
    }
  } catch {
    return unreadable
  } finally {
    input.dispose()
  }
}
