import { newsroom } from './newsroom.ts'

/** Where programs turn to, as the site settings say. */
export type Contacts = {
  /** The WebSub hub that follows the feeds. */
  hub: string | null
  /** E-mail address for reports of security holes. */
  security: string | null
}

export async function readContacts(): Promise<Contacts> {
  const payload = await newsroom()
  const { websubHub, securityContact, inquiries } = await payload.findGlobal({
    slug: 'site-settings',
    select: { websubHub: true, securityContact: true, inquiries: true },
    depth: 0,
    overrideAccess: false,
  })
  return { hub: websubHub || null, security: securityContact || inquiries || null }
}
