import type { Thing } from 'schema-dts'
import { jsonLd } from '../../lib/head/structured/json-ld.ts'

/** What the page is about, for programs. It carries the mark that lets it pass the edge. */
export function StructuredData({ things }: { things: readonly Thing[] }) {
  return (
    <script type="application/ld+json" data-portal="">
      {jsonLd(things)}
    </script>
  )
}
