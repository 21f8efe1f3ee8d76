import proxyAddr from 'proxy-addr'

/** The parts of a comma list, without the spaces around them and without empty ones. */
export const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Whether it names who may be trusted: an address, a CIDR block, or one of proxy-addr's names. */
export function isTrustable(name: string): boolean {
  try {
    proxyAddr.compile(name)
    return true
  } catch {
    return false
  }
}
