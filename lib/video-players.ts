/** The address of a player that waits to be pressed: each host spells its `autoplay` differently. */
export function withoutAutoplay(embedUrl: string): string {
  const url = new URL(embedUrl)
  const autoplay = url.searchParams.get('autoplay')
  if (autoplay !== null) url.searchParams.set('autoplay', autoplay === 'true' ? 'false' : '0')
  return url.href
}
