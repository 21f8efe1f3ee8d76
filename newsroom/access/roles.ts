import type { PayloadRequest } from 'payload'

/** admin: everything. editor: everything but accounts. reporter: writes drafts of their own. */
export const roles = ['admin', 'editor', 'reporter'] as const
export type Role = (typeof roles)[number]

/** The role of whoever asks; null for a reader. */
export function roleOf(req: Pick<PayloadRequest, 'user'>): Role | null {
  const role: unknown = req.user && 'role' in req.user ? req.user.role : null
  return roles.find((known) => known === role) ?? null
}
