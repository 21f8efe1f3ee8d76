import { useFormatter, useTranslations } from '../../i18n/words.tsx'
import type { Byline, BylineRole } from '../../lib/reading/types.ts'
import { unreachable } from '../../lib/urls.ts'
import styles from './story-view.module.css'

const roles: readonly BylineRole[] = ['text', 'photo', 'translation', 'editing']

/** Who made the story, by role, each with a link to what else they made. */
export function Bylines({ bylines }: { bylines: readonly Byline[] }) {
  const shown = roles
    .map((role) => ({ role, people: bylines.filter((byline) => byline.role === role) }))
    .filter(({ people }) => people.length > 0)
  if (shown.length === 0) return null
  return (
    <ul className={styles.bylines}>
      {shown.map(({ role, people }) => (
        <RoleLine key={role} role={role} people={people} />
      ))}
    </ul>
  )
}

function RoleLine({ role, people }: { role: BylineRole; people: readonly Byline[] }) {
  const format = useFormatter()
  const label = useRoleLabel(role)
  return (
    <li>
      {label}
      {format.list(
        people.map((person) => (
          <a key={person.href} href={person.href} rel="author">
            {person.name}
          </a>
        )),
      )}
    </li>
  )
}

/** With what parts it from the name: a space in English, a slash in Chinese. */
function useRoleLabel(role: BylineRole): string {
  const t = useTranslations('bylines')
  switch (role) {
    case 'text':
      return t('text')
    case 'photo':
      return t('photo')
    case 'translation':
      return t('translation')
    case 'editing':
      return t('editing')
    default:
      return unreachable(role)
  }
}
