import type { Site } from '../reading/types.ts'
import { noRevision } from './cookie.ts'

/** The revision of the policies as pages, forms and cookies name it. */
export const revisionOf = ({ policyRevision }: Pick<Site, 'policyRevision'>): string =>
  policyRevision ?? noRevision
