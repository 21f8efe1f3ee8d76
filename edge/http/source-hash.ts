import { createHash } from 'node:crypto'

/** A CSP hash source (CSP Level 3, 2.3.1) of an inline script or style, without its quotes: `sha256-…`. */
export const sourceHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`
