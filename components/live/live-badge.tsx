import { useTranslations } from '../../i18n/words.tsx'
import type { LiveState } from '../../lib/live/live.ts'
import styles from './live-badge.module.css'

/** Whether a live story goes on, in a word. */
export function LiveBadge({ state }: { state: LiveState }) {
  const t = useTranslations('live')
  const names = { running: t('running'), ended: t('over'), replay: t('replay') }
  return (
    <span className={styles.badge} data-state={state}>
      {names[state]}
    </span>
  )
}
