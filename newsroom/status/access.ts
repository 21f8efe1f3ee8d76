import type { Role } from '../access/roles.ts'

/** Reporters write; how the portal runs is for those who answer for it. */
export const maySeeStatus = (role: Role | null): boolean => role === 'admin' || role === 'editor'
