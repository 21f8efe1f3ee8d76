import { useTranslations } from '../../i18n/words.tsx'
import { type StoredKey, stored, storedKeys } from '../../lib/consent/stored.ts'
import { unreachable } from '../../lib/urls.ts'

/** Everything that the portal keeps in a browser, from the table that the code itself goes by. */
export function StoredTable() {
  const t = useTranslations('stored')
  const purposeOf = usePurposes()
  const lifeOf = useLives()
  return (
    <section className="stored-table" aria-labelledby="stored">
      <h2 id="stored">{t('title')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('purpose')}</th>
            <th scope="col">{t('life')}</th>
          </tr>
        </thead>
        <tbody>
          {storedKeys.map((key) => (
            <tr key={key}>
              <th scope="row">
                <code>{stored[key].name}</code>{' '}
                <span>{stored[key].place === 'cookie' ? t('cookie') : t('localStorage')}</span>
              </th>
              <td>{purposeOf(key)}</td>
              <td>{lifeOf(stored[key].life)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function usePurposes(): (key: StoredKey) => string {
  const t = useTranslations('stored')
  return (key) => {
    switch (key) {
      case 'language':
        return t('language')
      case 'consent':
        return t('consent')
      case 'theme':
        return t('theme')
      case 'textSize':
        return t('textSize')
      case 'searches':
        return t('searches')
      case 'session':
        return t('session')
      case 'newsroomLanguage':
        return t('newsroomLanguage')
      case 'newsroomTheme':
        return t('newsroomTheme')
      default:
        return unreachable(key)
    }
  }
}

const hour = 60 * 60
const day = 24 * hour

function useLives(): (seconds: number | null) => string {
  const t = useTranslations('stored')
  return (seconds) => {
    if (seconds === null) return t('untilDeleted')
    return seconds < day
      ? t('hours', { count: seconds / hour })
      : t('days', { count: seconds / day })
  }
}
