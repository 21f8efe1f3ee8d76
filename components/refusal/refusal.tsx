import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import { HeadlineText } from '../headline-text.tsx'
import styles from './refusal.module.css'

type Props = {
  language: Language
  code: '404' | '410'
  title: string
  text: string
  links: readonly NamedLink[]
}

/** Says plainly that there is nothing here, and where there is. */
export function Refusal({ language, code, title, text, links }: Props) {
  const t = useTranslations('refusal')
  const onward = [
    { href: pathOf({ kind: 'front', language }), name: t('front') },
    { href: pathOf({ kind: 'latest', language }), name: t('latest') },
    ...links,
    { href: pathOf({ kind: 'message', language }), name: t('message') },
  ]
  return (
    <div className={styles.refusal}>
      <p className={styles.code}>{code}</p>
      <h1>
        <HeadlineText>{title}</HeadlineText>
      </h1>
      <p className="standfirst">{text}</p>
      <nav aria-label={t('onward')}>
        <ul>
          {onward.map(({ href, name }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
