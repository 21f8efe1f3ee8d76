import type { Thing } from 'schema-dts'

/**
 * Text of a `<script type="application/ld+json">` for what a page is about. `<` is escaped, so that no
 * headline can end the element (HTML, 4.12.1.3).
 */
export const jsonLd = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c')
