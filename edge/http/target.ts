/** Longest path that is looked at, in bytes as sent. */
export const longestPath = 2048

/** What a request asks for, read once. `path` is decoded, with dot segments resolved. */
export type Target = {
  kind: 'target'
  /** Path exactly as sent, without query. */
  sent: string
  path: string
  /** Without the question mark; empty when there is none. */
  query: string
}
export type BadTarget = { kind: 'bad'; status: 400 | 414 }

/**
 * Reads the request target of RFC 9112, 3.2 (origin form, or absolute form as proxies send it).
 * Percent-encoding is decoded once; a slash that was encoded does not part segments, it makes the
 * segment unknown (kept as `%2F`). Dot segments never climb above the root.
 */
export function readTarget(url: string): Target | BadTarget {
  const origin = /^https?:\/\/[^/?#]*/i.exec(url)?.[0]
  const relative = origin === undefined ? url : url.slice(origin.length) || '/'
  const hash = relative.indexOf('#')
  const clean = hash < 0 ? relative : relative.slice(0, hash)
  const at = clean.indexOf('?')
  const sent = at < 0 ? clean : clean.slice(0, at)
  if (Buffer.byteLength(sent) > longestPath) return { kind: 'bad', status: 414 }
  if (!sent.startsWith('/')) return { kind: 'bad', status: 400 }
  const segments = decodeSegments(sent)
  if (segments === null) return { kind: 'bad', status: 400 }
  return {
    kind: 'target',
    sent,
    path: resolveDots(segments),
    query: at < 0 ? '' : clean.slice(at + 1),
  }
}

function decodeSegments(path: string): string[] | null {
  try {
    const segments = path.split('/').map((segment) => {
      // Overlong forms and lone surrogates throw, as RFC 3629 wants.
      return decodeURIComponent(segment).replaceAll('/', '%2F')
    })
    // Control characters are in no address of ours, and in many attacks.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return segments.some((segment) => /[\u0000-\u001f\u007f]/.test(segment)) ? null : segments
  } catch {
    return null
  }
}

/** RFC 3986, 5.2.4. */
function resolveDots(segments: readonly string[]): string {
  const kept: string[] = []
  const last = segments.length - 1
  for (const [index, segment] of segments.entries()) {
    if (index === 0) continue
    const climbs = segment === '..'
    if (climbs) kept.pop()
    else if (segment !== '.') kept.push(segment)
    if (index === last && (climbs || segment === '.')) kept.push('')
  }
  return `/${kept.join('/')}`
}

/** The one spelling of a path: single slashes, none at the end, lower case. */
export const plainSpelling = (path: string): string =>
  path
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
    .toLowerCase()
