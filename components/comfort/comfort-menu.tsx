import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import { useTranslations } from '../../i18n/words.tsx'
import styles from './comfort-menu.module.css'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** `enhance/comfort.ts` */
      'reader-comfort': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>
    }
  }
}

/** How a reader likes to read: theme and size of the text. Not there without script. */
export function ComfortMenu() {
  const t = useTranslations('comfort')
  return (
    <reader-comfort className={styles.comfort}>
      <details data-popover="">
        <summary aria-label={t('menu')} title={t('menu')}>
          <span aria-hidden="true">{t('sign')}</span>
        </summary>
        <div>
          <Choice
            name="text-size"
            title={t('size')}
            options={[
              ['small', t('small')],
              ['normal', t('normal')],
              ['large', t('large')],
            ]}
          />
          <Choice
            name="theme"
            title={t('theme')}
            options={[
              ['system', t('system')],
              ['light', t('light')],
              ['dark', t('dark')],
            ]}
          />
        </div>
      </details>
    </reader-comfort>
  )
}

type ChoiceProps = {
  name: 'text-size' | 'theme'
  title: string
  options: readonly (readonly [value: string, label: string])[]
}

function Choice({ name, title, options }: ChoiceProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map(([value, label]) => (
        <label key={value} data-option={value}>
          <input type="radio" name={name} value={value} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
