import type { AudioObject, VideoObject } from 'schema-dts'
import { isoDuration } from '../../durations.ts'
import { factsOf } from '../../languages.ts'
import { availableWidths, type Picture, renditionPath } from '../../pictures.ts'
import type { StoryPage } from '../../reading/types.ts'
import type { Recording } from '../../recordings.ts'
import { absoluteIn, type Publication } from './publication.ts'

/** The film and the audio version of a story (schema.org VideoObject, AudioObject). */
export function recordingsOf(story: StoryPage, publication: Publication) {
  const { film, audio } = story
  const poster = film?.poster ?? story.picture
  return {
    ...(film && {
      video: {
        '@type': 'VideoObject',
        ...common(film, story, publication),
        ...(poster && { thumbnailUrl: thumbnail(poster, publication) }),
        ...(film.source.kind === 'video-link' && { embedUrl: film.source.video.embedUrl }),
      } as VideoObject,
    }),
    ...(audio && {
      audio: { '@type': 'AudioObject', ...common(audio, story, publication) } as AudioObject,
    }),
  }
}

function common(recording: Recording, story: StoryPage, publication: Publication) {
  const { title, seconds, source, transcript } = recording
  return {
    name: title || story.headline,
    description: story.standfirst,
    uploadDate: story.publishedAt,
    inLanguage: factsOf(story.language).tag,
    ...(seconds && { duration: isoDuration(seconds) }),
    ...(source.kind === 'file' && {
      contentUrl: absoluteIn(publication)(source.path),
      encodingFormat: source.type,
      contentSize: String(source.bytes),
    }),
    ...(source.kind === 'link' && { contentUrl: source.href }),
    ...(transcript.length > 0 && { transcript: transcript.join('\n\n') }),
  }
}

function thumbnail(picture: Picture, publication: Publication): string {
  const width = availableWidths(picture, 'wide').at(-1) ?? picture.width
  return absoluteIn(publication)(renditionPath(picture.stem, 'wide', width, 'jpg'))
}
