import { useTranslations } from '../../i18n/words.tsx'
import { clockTime } from '../../lib/durations.ts'
import type { Recording } from '../../lib/recordings.ts'
import styles from './recording.module.css'
import { Transcript } from './transcript.tsx'

/** The story read aloud. By link it is heard at its own place: nothing of another site is loaded here. */
export function Listen({ audio }: { audio: Recording }) {
  const t = useTranslations('recording')
  const { source, title, seconds, credit, transcript } = audio
  return (
    <figure className={styles.listen}>
      <figcaption>
        <strong>{t('listen')}</strong>
        {seconds && <span>{clockTime(seconds)}</span>}
        {credit && <small>{credit}</small>}
      </figcaption>
      {source.kind === 'file' ? (
        // biome-ignore lint/a11y/useMediaCaption: the story itself is the text
        <audio controls preload="none" src={source.path} aria-label={title} />
      ) : (
        <a
          className={styles.link}
          href={source.kind === 'link' ? source.href : source.video.watchUrl}
          rel="external"
        >
          {title}
        </a>
      )}
      <Transcript paragraphs={transcript} />
    </figure>
  )
}
