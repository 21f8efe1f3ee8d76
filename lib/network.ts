/** The network of an IP address: IPv6 by /64, which is what one household has (RFC 6177). */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return groupsOf(address).slice(0, 4).join(':')
}

/**
 * An IP address for the log: the /24 of IPv4, the /48 of IPv6, which tell a region or a provider's customers
 * apart and no person; empty for what is no address.
 */
export function shortened(address: string): string {
  const four = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1]
  if (four !== undefined) return `${four}.0/24`
  return address.includes(':') ? `${groupsOf(address).slice(0, 3).join(':')}::/48` : ''
}

/** The eight groups of an IPv6 address (RFC 4291, 2.2). */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const gap = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, gap)).fill('0'), ...right]
}
