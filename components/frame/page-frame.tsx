'use client'

import type { ReactNode } from 'react'
import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { Site, SwitchTarget } from '../../lib/reading/types.ts'
import { BackToTop } from '../comfort/back-to-top.tsx'
import { ConsentNotice } from '../consent/consent-notice.tsx'
import { Footer } from './footer.tsx'
import { Masthead } from './masthead.tsx'
import styles from './page-frame.module.css'
import { SectionBar } from './section-bar.tsx'

type Props = {
  site: Site
  language: Language
  /** Of this page, as in its address. */
  path: string
  switches: readonly SwitchTarget[]
  /** The section or series that the page belongs to (its path), when `path` does not say so. */
  within?: string
  children: ReactNode
}

/** What stands around every page: skip link, cookie notice, masthead, section bar, footer. */
export function PageFrame({ site, language, path, switches, within, children }: Props) {
  const t = useTranslations('frame')
  return (
    <>
      {/* Where `BackToTop` leads: the next step of the keyboard is the skip link again. */}
      <div id="top" />
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <ConsentNotice site={site} language={language} path={path} />
      <Masthead site={site} language={language} path={path} switches={switches} />
      <SectionBar language={language} path={within ?? path} navigation={site.navigation} />
      <main id="main" tabIndex={-1}>
        {children}
        <BackToTop />
      </main>
      <Footer site={site} language={language} />
    </>
  )
}
