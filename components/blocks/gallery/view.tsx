import { useTranslations } from '../../../i18n/words.tsx'
import type { Picture } from '../../../lib/pictures.ts'
import { CreditLine } from '../../picture/credit-line.tsx'
import { PortalPicture } from '../../picture/portal-picture.tsx'
import styles from './view.module.css'

type Props = { title: string | null; pictures: readonly Picture[] }

/** Pictures that belong together: the first large, the others side by side. */
export function Gallery({ title, pictures }: Props) {
  const t = useTranslations('gallery')
  return (
    <section className={styles.gallery} aria-label={title ?? t('title')}>
      <p className={styles.title}>
        <strong>{title ?? t('title')}</strong> {t('count', { count: pictures.length })}
      </p>
      <ul>
        {pictures.map((picture, place) => (
          <li key={picture.id}>
            <figure>
              <PortalPicture
                picture={picture}
                shape={place === 0 ? 'wide' : 'classic'}
                sizes={
                  place === 0
                    ? '(min-width: 66rem) 64rem, 100vw'
                    : '(min-width: 40rem) 31rem, 100vw'
                }
              />
              <figcaption>
                <CreditLine picture={picture} />
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  )
}
