import { textOrNull } from './statements/fields.ts'
import { statement } from './statements/statement.ts'

/** Where programs turn to, as the site settings say. */
export type Contacts = {
  /** The WebSub hub that follows the feeds. */
  hub: string | null
  /** E-mail address for reports of security holes. */
  security: string | null
}

const contacts = statement(
  'contacts',
  'select websub_hub, security_contact, inquiries from site_settings order by id limit 1',
)

export async function readContacts(): Promise<Contacts> {
  const [row = {}] = await contacts()
  return {
    hub: textOrNull(row.websub_hub),
    security: textOrNull(row.security_contact) ?? textOrNull(row.inquiries),
  }
}
