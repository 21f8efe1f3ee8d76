import { useTranslations } from 'next-intl'
import { qrCode } from '../../lib/share/qr.ts'

/** By this id a page draws its one code wherever else it is needed. */
const id = 'story-qr'

type Props = { url: string; className: string | undefined }

/** The QR code of an address, dark on light in every scheme: many readers of codes need it so. */
export function Qr({ url, className }: Props) {
  const t = useTranslations('share')
  const { size, path } = qrCode(url)
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('qr')}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path id={id} stroke="#000" shapeRendering="crispEdges" d={path} />
    </svg>
  )
}

/** The same code once more, without its path. */
export function SameQr({ url, className }: Props) {
  const t = useTranslations('share')
  const { size } = qrCode(url)
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('qr')}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <use href={`#${id}`} />
    </svg>
  )
}
