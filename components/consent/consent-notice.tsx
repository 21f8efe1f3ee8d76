import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import { useTranslations } from '../../i18n/words.tsx'
import { consentFields } from '../../lib/consent/form.ts'
import { revisionOf } from '../../lib/consent/revision.ts'
import type { Language } from '../../lib/languages.ts'
import type { Site } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import { ChoiceFields } from './choice-fields.tsx'
import styles from './consent-notice.module.css'
import { NoticeText } from './notice-text.tsx'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** `enhance/consent-notice.ts` */
      'consent-notice': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>
    }
  }
}

/** `path`: of the page that it stands on, where the form leads back to. */
type Props = { site: Site; language: Language; path: string }

/**
 * The cookie notice: in every page, the same text for everybody. Whether a reader sees it is decided
 * before the page is painted, by the pre-paint script or, without script, by `/consent.css`. Two forms, so
 * that the return key among the boxes saves them instead of pressing the first button.
 */
export function ConsentNotice({ site, language, path }: Props) {
  const t = useTranslations('consent')
  const action = pathOf({ kind: 'consent', language })
  const hidden = (
    <>
      <input type="hidden" name={consentFields.page} value={path} />
      <input type="hidden" name={consentFields.revision} value={revisionOf(site)} />
    </>
  )
  return (
    <consent-notice className={styles.notice}>
      <section id="consent" className={styles.sheet} aria-labelledby="consent-title" tabIndex={-1}>
        <div className="wrap">
          <NoticeText site={site} />
          <div className={styles.answers}>
            <form method="post" action={action}>
              {hidden}
              <button type="submit" name={consentFields.answer} value="refuse">
                {t('refuse')}
              </button>
              <button type="submit" name={consentFields.answer} value="accept">
                {t('accept')}
              </button>
            </form>
            <details>
              <summary>{t('choose')}</summary>
              <form method="post" action={action}>
                {hidden}
                <ChoiceFields />
                <button type="submit" name={consentFields.answer} value="choose">
                  {t('save')}
                </button>
              </form>
            </details>
          </div>
          <a className={styles.close} href="#main" data-consent-close="">
            {t('close')}
          </a>
        </div>
      </section>
    </consent-notice>
  )
}
