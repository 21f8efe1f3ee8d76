import { plainSpelling } from '../http/target.ts'
import type { LimitName } from './limits.ts'

const guarded: Readonly<Record<string, LimitName>> = {
  '/api/users/login': 'login',
  '/api/users/first-register': 'login',
  '/api/users/unlock': 'login',
  '/api/users/forgot-password': 'reset',
  '/api/users/reset-password': 'reset',
}

/**
 * What a request to the newsroom takes; null for most. However the path is spelled: the renderer may
 * read a slash where it was encoded.
 * @param path decoded, as `readTarget` gives it
 */
export function newsroomLimit(method: string | undefined, path: string): LimitName | null {
  if (method !== 'POST') return null
  return guarded[plainSpelling(path.replace(/%2f/gi, '/'))] ?? null
}
