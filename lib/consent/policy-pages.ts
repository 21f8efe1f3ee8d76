import type { StaticPage } from '../urls.ts'

/** What a reader may want to read before choosing; the footer lists them as readers' rights. */
export const policyPages: readonly StaticPage[] = ['privacy', 'cookies', 'terms']
