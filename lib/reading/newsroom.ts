import 'server-only'
import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import type { Language } from '../languages.ts'

/** The newsroom, opened once per process. Only the files of this folder ask it. */
export const newsroom = (): Promise<Payload> => getPayload({ config })

/**
 * How every public read is made: as a reader (access rules apply), without following references,
 * without counting, and in one language without falling back to another.
 */
export const asReader = (language: Language) =>
  ({
    overrideAccess: false,
    depth: 0,
    pagination: false,
    locale: language,
    fallbackLocale: false,
  }) as const
