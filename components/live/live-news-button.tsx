import { createElement } from 'react'
import { useTranslations } from '../../i18n/words.tsx'

/**
 * Where the page says how many entries have come since it was opened. It takes no room of its own, so
 * that nothing moves when it has something to say.
 */
export function LiveNewsButton({ path }: { path: string }) {
  const t = useTranslations('live')
  return createElement(
    'live-blog',
    {
      class: 'live-news',
      address: `${path}/live.json`,
      // The browser's script puts the number in.
      news: t('new', { count: '#' }),
      told: t('newTold', { count: '#' }),
      changed: t('changed'),
    },
    <button type="button" hidden />,
    <p className="unseen" role="status" />,
  )
}
