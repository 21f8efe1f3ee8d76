import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import { useTranslations } from '../../../i18n/words.tsx'
import type { Picture } from '../../../lib/pictures.ts'
import type { VideoLink } from '../../../lib/reading/types.ts'
import { unreachable } from '../../../lib/urls.ts'
import { CreditLine } from '../../picture/credit-line.tsx'
import { PortalPicture } from '../../picture/portal-picture.tsx'
import styles from './view.module.css'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** `enhance/video-by-link.ts` */
      'video-by-link': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        embed: string
        label: string
      }
    }
  }
}

type Props = { video: VideoLink; title: string; picture: Picture }

/** A picture and a link to the video; with script, the click plays it here. Nothing is loaded before. */
export function Video({ video, title, picture }: Props) {
  const t = useTranslations('video')
  const host = useHostName(video.host)
  return (
    <figure className={styles.video}>
      <video-by-link embed={video.embedUrl} label={title}>
        <a href={video.watchUrl} rel="external">
          <PortalPicture
            picture={picture}
            shape="wide"
            sizes="(min-width: 44rem) 42rem, 100vw"
            decorative
          />
          <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
            <path d="M24 18v28l24-14z" />
          </svg>
          <span className="unseen">{t('play', { title, host })}</span>
        </a>
      </video-by-link>
      <figcaption>
        <strong>{title}</strong> {t('loadedFrom', { host })}{' '}
        <CreditLine picture={{ ...picture, caption: null }} />
      </figcaption>
    </figure>
  )
}

function useHostName(host: VideoLink['host']): string {
  const t = useTranslations('video')
  switch (host) {
    case 'youtube':
      return t('youtube')
    case 'bilibili':
      return t('bilibili')
    case 'tencent':
      return t('tencent')
    default:
      return unreachable(host)
  }
}
