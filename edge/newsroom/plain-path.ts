/**
 * Whether a path of the newsroom means the same to everyone who reads it: no dot segments, empty ones,
 * backslashes or hidden separators, which the edge and the renderer might resolve to different places.
 * @param sent as it stands in the request, without query
 */
export const isPlainPath = (sent: string): boolean =>
  !/\/\/|\\|%2f|%5c|%00/i.test(sent) &&
  // The URL Standard resolves dots in all their spellings (`.%2e`).
  URL.canParse(sent, 'http://edge') &&
  new URL(sent, 'http://edge').pathname === sent
