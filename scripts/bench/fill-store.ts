/** Run by the bench in a process of its own: what 50,000 kept pages take. Prints one line of JSON. */
import { lifetimeOf } from '../../edge/cache/lifetimes.ts'
import { makePage, type Page, type Variant } from '../../edge/cache/page.ts'
import { keep, PageStore } from '../../edge/cache/page-store.ts'

const [, , url = '', pages = '50000', limit = ''] = process.argv
const answer = await fetch(url)
const keys = (answer.headers.get('surrogate-key') ?? 'site').split(' ')
const one = await makePage({
  status: 200,
  body: await answer.text(),
  headers: [...answer.headers].flat(),
  cacheHeaders: [],
  keys,
  lifetime: lifetimeOf(200, 3600),
})
const copied = (variant: Variant): Variant => ({
  ...variant,
  body: Buffer.from(variant.body),
  head: [...variant.head],
  headNotModified: [...variant.headNotModified],
})
const copy = (number: number): Page => ({
  ...one,
  br: copied(one.br),
  gzip: copied(one.gzip),
  keys: [...keys, `address:/en/${number}`],
})
const store = new PageStore(Number(limit))
const before = process.memoryUsage.rss()
for (let number = 0; number < Number(pages); number++)
  store.put(keep(`/en/2026/01/01/story-${number}`, copy(number), Date.now()))
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
console.log(
  JSON.stringify({
    asked: Number(pages),
    held: store.size,
    limitMb: megabytes(Number(limit)),
    countedMb: megabytes(store.bytes),
    residentMb: megabytes(process.memoryUsage.rss() - before),
  }),
)
