import { answerNoteHeader, encodeAnswerNote } from '@/lib/answer-note.ts'
import {
  readNewsStories,
  readSite,
  readSitemapStories,
  readStaticAddresses,
} from '@/lib/reading/index.ts'
import {
  type SitemapEntry,
  sitemapEnd,
  sitemapHead,
  sitemapUrl,
  storiesPerFile,
} from '@/lib/sitemaps/sitemap.ts'
import { parseAddress } from '@/lib/urls.ts'
import { siteUrl } from './site-url.ts'

/** What a sitemap depends on follows from its address. */
export const sitemapHeaders = () => ({
  'Content-Type': 'application/xml; charset=utf-8',
  'X-Robots-Tag': 'noindex',
  [answerNoteHeader]: encodeAnswerNote({ status: 200, keys: [] }),
})

/** Answers for a sitemap's own address; 404 for a month, or a part of it, without stories. */
export async function GET(request: Request): Promise<Response> {
  const address = parseAddress(new URL(request.url).pathname)
  switch (address?.kind) {
    case 'sitemap': {
      const { language, month, part } = address
      const size = storiesPerFile(siteUrl())
      const batches = readSitemapStories(language, month, part, size)
      const first = await batches.next()
      return first.done ? new Response(null, { status: 404 }) : streamed(first.value, batches)
    }
    case 'sitemap-pages':
      return streamed(await readStaticAddresses(address.language), none())
    case 'sitemap-news': {
      const { name } = await readSite(address.language)
      return streamed(await readNewsStories(address.language, name), none())
    }
    default:
      return new Response(null, { status: 404 })
  }
}

async function* none(): AsyncGenerator<SitemapEntry[]> {}

/** One batch of entries is written while the next is not read yet. */
function streamed(first: SitemapEntry[], others: AsyncGenerator<SitemapEntry[]>): Response {
  const site = siteUrl()
  const encoder = new TextEncoder()
  const written = (entries: readonly SitemapEntry[]) =>
    entries.map((entry) => sitemapUrl(entry, site)).join('')
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(sitemapHead + written(first)))
    },
    async pull(controller) {
      const next = await others.next()
      controller.enqueue(encoder.encode(next.done ? sitemapEnd : written(next.value)))
      if (next.done) controller.close()
    },
    async cancel() {
      await others.return(undefined)
    },
  })
  return new Response(body, { headers: sitemapHeaders() })
}
