import { useTranslations } from '../../i18n/words.tsx'
import { clockTime } from '../../lib/durations.ts'
import { factsOf } from '../../lib/languages.ts'
import { availableWidths, type Picture, renditionPath, type Shape } from '../../lib/pictures.ts'
import type { Recording } from '../../lib/recordings.ts'
import { Video } from '../blocks/video/view.tsx'
import styles from './recording.module.css'
import { Transcript } from './transcript.tsx'

type Props = {
  film: Recording
  /** Shown before it plays when the film has no picture of its own. */
  picture: Picture | null
}

/** A film at the head of a story, with captions and transcript; nothing of it is loaded before it is played. */
export function Film({ film, picture }: Props) {
  const t = useTranslations('recording')
  const { source, title, credit, seconds, captions, transcript } = film
  const poster = film.poster ?? picture
  if (source.kind === 'video-link')
    return (
      <>
        {poster && <Video video={source.video} title={title} picture={poster} />}
        <Transcript paragraphs={transcript} />
      </>
    )
  if (source.kind === 'link') return null
  return (
    <div className={styles.film}>
      <figure>
        {/* biome-ignore lint/a11y/useMediaCaption: they are there where the newsroom wrote them */}
        <video
          controls
          preload="none"
          playsInline
          aria-label={title}
          poster={poster ? posterOf(poster, source.size) : undefined}
          width={source.size?.width}
          height={source.size?.height}
        >
          <source src={source.path} type={source.type} />
          {captions.map(({ language, path }) => (
            <track
              key={language}
              kind="captions"
              src={path}
              srcLang={factsOf(language).tag}
              label={factsOf(language).name}
            />
          ))}
        </video>
        <figcaption>
          <strong>{title}</strong>
          {seconds && <span>{clockTime(seconds)}</span>}
          {credit && <small>{credit}</small>}
          <a className={styles.link} href={source.path} download="">
            {t('download')}
          </a>
        </figcaption>
      </figure>
      <Transcript paragraphs={transcript} />
    </div>
  )
}

/** In the film's proportions where there is such a crop, so that nothing moves when it plays. */
function posterOf(picture: Picture, size: { width: number; height: number } | null): string {
  const shape: Shape = size && Math.abs(size.width / size.height - 16 / 9) < 0.02 ? 'wide' : 'whole'
  const widths = availableWidths(picture, shape)
  const width = widths.findLast((one) => one <= 1280) ?? widths[0] ?? picture.width
  return renditionPath(picture.stem, shape, width, 'jpg')
}
