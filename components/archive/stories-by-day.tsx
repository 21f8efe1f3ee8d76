import { grouped } from '../../lib/archive/calendar.ts'
import { dayOf, formatWeekdayOfMonth } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { StoryCard } from '../../lib/reading/types.ts'
import listStyles from '../lists/lists.module.css'
import { cardFor } from './card-for.ts'
import styles from './stories-by-day.module.css'

/** The stories below their days, as they come; where the calendar of the month leads to. */
export function StoriesByDay({
  stories,
  language,
}: {
  stories: readonly StoryCard[]
  language: Language
}) {
  const days = grouped(stories, ({ publishedAt }) => dayOf(publishedAt))
  const Card = cardFor(stories)
  return (
    <div className={styles.days}>
      {days.map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${Number(day.slice(8))}`}>
          <h2 id={`day-${Number(day.slice(8))}`}>{formatWeekdayOfMonth(language, day)}</h2>
          <div className={listStyles.stories}>
            {ofDay.map((story) => (
              <Card key={story.id} story={story} level={3} dated={false} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
