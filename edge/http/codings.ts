/** The codings in which pages are kept, the preferred one first. */
export type Coding = 'br' | 'gzip' | 'identity'

const remembered = new Map<string, Coding>()
const mostRemembered = 200

/**
 * The coding to answer in (RFC 9110, 12.5.3): the one with the greatest weight, brotli before gzip
 * when they weigh the same. Never throws; what cannot be read counts as absent.
 */
export function codingFor(acceptEncoding: string | undefined): Coding {
  if (acceptEncoding === undefined || acceptEncoding === '') return 'identity'
  const known = remembered.get(acceptEncoding)
  if (known !== undefined) return known
  const chosen = choose(acceptEncoding)
  // Browsers send a handful of values; a client that makes up ever new ones must not fill memory.
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(acceptEncoding, chosen)
  return chosen
}

function choose(header: string): Coding {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';')
    weights.set(name.trim(), weightOf(parameters))
  }
  const weightFor = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0
  const br = weightFor('br')
  const gzip = Math.max(weightFor('gzip'), weights.get('x-gzip') ?? 0)
  if (br > 0 && br >= gzip) return 'br'
  return gzip > 0 ? 'gzip' : 'identity'
}

/** Weight of one element of an Accept header, 0 to 1 (RFC 9110, 12.4.2); 1 when it has none. */
export function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [name, value] = parameter.split('=')
    if (name?.trim().toLowerCase() !== 'q') continue
    const weight = Number(value)
    return weight >= 0 && weight <= 1 ? weight : 0
  }
  return 1
}
