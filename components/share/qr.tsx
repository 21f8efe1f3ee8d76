import { useTranslations } from '../../i18n/words.tsx'
import { qrCode } from '../../lib/share/qr.ts'

/** By this id a page draws its one code wherever else it is needed. */
const id = 'story-qr'

/** The QR code of an address, dark on light in every scheme: many readers of codes need it so. */
export function Qr({ url, className }: { url: string; className: string | undefined }) {
  const t = useTranslations('share')
  const { size, path } = qrCode(url)
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('qr')}>
      <symbol id={id} viewBox={`0 0 ${size} ${size}`}>
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path stroke="#000" shapeRendering="crispEdges" d={path} />
      </symbol>
      <use href={`#${id}`} />
    </svg>
  )
}

/** The same code once more; it takes its shape from the first, and is not worked out again. */
export function SameQr({ className }: { className: string | undefined }) {
  const t = useTranslations('share')
  return (
    <svg className={className} viewBox="0 0 1 1" role="img" aria-label={t('qr')}>
      <use href={`#${id}`} width="1" height="1" />
    </svg>
  )
}
