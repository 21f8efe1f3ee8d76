import { Link } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { type Role, roles } from '../access/roles.ts'
import { wordFor } from '../words.ts'
import { maySeeStatus } from './access.ts'
import { statusWords } from './words.ts'

/** The way to the page about the portal, below the collections. */
export function StatusLink({ i18n, payload, user }: ServerProps) {
  const role: Role | null = roles.find((known) => known === user?.role) ?? null
  if (!maySeeStatus(role)) return null
  const href = formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/status' })
  return (
    <Link className="nav__link" href={href} prefetch={false}>
      <span className="nav__link-label">{wordFor(statusWords.link, i18n.language)}</span>
    </Link>
  )
}
