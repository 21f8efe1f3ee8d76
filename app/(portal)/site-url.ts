/** Origin of the site, without a trailing slash. */
export const siteUrl = (): string => process.env.SITE_URL ?? 'http://localhost:3000'
