'use client'

import type { Language } from '../../lib/languages.ts'
import type { FrontPage } from '../../lib/reading/types.ts'
import { BriefCard } from '../story-card/brief-card.tsx'
import { LeadCard } from '../story-card/lead-card.tsx'
import styles from './front-page-view.module.css'
import { MostReadStrip } from './most-read.tsx'
import { OnThisDayStrip } from './on-this-day.tsx'
import { StripView } from './strip.tsx'

/** @param name the site's name: the page's title, which the masthead already shows. */
export function FrontPageView({
  page,
  language,
  name,
}: {
  page: FrontPage
  language: Language
  name: string
}) {
  return (
    <>
      <h1 className="unseen">{name}</h1>
      <div className={`wrap ${styles.top}`}>
        {page.lead && (
          <LeadCard story={page.lead} level={2} sizes="(min-width: 62rem) 48rem, 100vw" />
        )}
        <div className={styles.seconds}>
          {page.seconds.map((story) => (
            <BriefCard key={story.id} story={story} level={2} />
          ))}
        </div>
      </div>
      {page.strips.map((strip) => (
        <StripView key={strip.href} strip={strip} />
      ))}
      <MostReadStrip stories={page.mostRead} language={language} />
      <OnThisDayStrip onThisDay={page.onThisDay} language={language} />
    </>
  )
}
