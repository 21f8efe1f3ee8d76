/** A start tag as it was read: names in lower case, values without their character references. */
export type Tag = {
  tagName: string
  attrs: { name: string; value: string; prefix?: string | undefined }[]
  selfClosing: boolean
}

/** The attribute of a script or link that the portal ships itself. */
export const marker = 'data-portal'

type Attributes = ReadonlyMap<string, string>
const attributesOf = (tag: Tag): Attributes =>
  new Map(tag.attrs.map(({ name, value }) => [name, value]))

/** The document that Next sends when a render failed and a browser is meant to repair it. */
export const isErrorShell = (tag: Tag): boolean =>
  tag.attrs.some(({ name, value }) => name === 'id' && value === '__next_error__')

/** HTML, 4.12.1: everything but a data block, import maps and speculation rules included. */
export function isExecutable(tag: Tag): boolean {
  const type =
    tag.attrs
      .find(({ name }) => name === 'type')
      ?.value.trim()
      .toLowerCase() ?? ''
  return (
    type === '' ||
    ['module', 'importmap', 'speculationrules'].includes(type) ||
    /^(?:text|application)\/(?:x-)?(?:java|ecma|live|j)script/.test(type)
  )
}

/** What serves only Next's own scripts, or stands twice. `seen` remembers across one document. */
export function isUnwanted(tag: Tag, seen: Set<string>): boolean {
  if (tag.tagName === 'link') return isUnwantedLink(attributesOf(tag))
  if (tag.tagName === 'meta') return isUnwantedMeta(attributesOf(tag), seen)
  return false
}

function isUnwantedLink(attributes: Attributes): boolean {
  if (attributes.has(marker)) return false
  const rel = attributes.get('rel')?.toLowerCase() ?? ''
  // React's `expect` blocks rendering until an element appears that leaves together with the scripts.
  if (rel === 'modulepreload' || rel === 'expect') return true
  if (rel === 'preload' || rel === 'prefetch') {
    const target = attributes.get('href') ?? ''
    return attributes.get('as') === 'script' || (rel === 'prefetch' && target.startsWith('/_next/'))
  }
  return false
}

function isUnwantedMeta(attributes: Attributes, seen: Set<string>): boolean {
  const name = attributes.get('name')?.toLowerCase()
  if (name === 'next-size-adjust') return true
  const once = attributes.has('charset') ? 'charset' : name === 'viewport' ? 'viewport' : null
  if (once === null) return false
  if (seen.has(once)) return true
  seen.add(once)
  return false
}

/** Mends in place what Next writes and HTML forbids; says whether it changed anything. */
export function repaired(tag: Tag): boolean {
  const kept = tag.attrs.filter(
    ({ name, value }) =>
      name !== marker && !(value === '' && (name === 'action' || name === 'formaction')),
  )
  if (kept.length === tag.attrs.length) return false
  tag.attrs = kept
  return true
}
