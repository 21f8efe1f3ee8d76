import { useTranslations } from '../../i18n/words.tsx'

/** Closed and empty until `enhance/photo-essay.ts` opens it with the picture that a reader asked for. */
export function Lightbox() {
  const t = useTranslations('photoEssay')
  return (
    <dialog className="lightbox" aria-label={t('lightbox')}>
      <form method="dialog">
        <button type="submit" aria-label={t('close')}>
          <Sign path="M5 5l14 14M19 5L5 19" />
        </button>
      </form>
      <figure aria-live="polite" />
      <button type="button" data-step="-1" aria-label={t('previous')}>
        <Sign path="M15 4l-8 8 8 8" />
      </button>
      <button type="button" data-step="1" aria-label={t('next')}>
        <Sign path="M9 4l8 8-8 8" />
      </button>
    </dialog>
  )
}

const Sign = ({ path }: { path: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
)
