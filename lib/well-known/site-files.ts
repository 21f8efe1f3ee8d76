/** Files of the site as a whole, at addresses that other standards have chosen. */
export const siteFiles = [
  '/robots.txt',
  '/sitemap.xml',
  '/manifest.webmanifest',
  '/.well-known/security.txt',
  '/.well-known/gpc.json',
] as const
export type SiteFile = (typeof siteFiles)[number]
export const isSiteFile = (path: string): path is SiteFile =>
  siteFiles.some((file) => file === path)
