import { useTranslations } from '../../i18n/words.tsx'
import type { Drawing } from '../../lib/drawings/spec.ts'
import styles from './share.module.css'
import { Labelled } from './share-tools.tsx'

type Props = { poster: Drawing; url: string }

/** A picture of the story with its code, to keep or to send: shown, and saved by a plain link. */
export function PosterItem({ poster, url }: Props) {
  const t = useTranslations('share')
  const { path, width, height, alt } = poster
  return (
    <li>
      <details className={styles.poster} data-popover="">
        <summary>
          <Labelled icon="poster" name={t('poster')} named />
        </summary>
        <div>
          {/* Lazy pictures wait until the details are open, but are fetched at once where there is no
              script: there the link alone does, and a file that the browser has takes the place. */}
          <picture>
            <source media="(scripting: none)" srcSet="/icon.svg" type="image/svg+xml" />
            <img src={path} width={width} height={height} alt={alt} loading="lazy" />
          </picture>
          <p>{t('posterUse')}</p>
          <a href={path} download={`${url.split('/').at(-1)}.jpg`}>
            {t('posterSave')}
          </a>
        </div>
      </details>
    </li>
  )
}
