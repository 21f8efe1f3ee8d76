/**
 * Whether a page of this portal sent a form (Fetch Metadata; Origin for browsers without it).
 * @param headers `sec-fetch-site` and `origin` of the request
 * @param siteOrigin such as `https://portal.example`
 */
export function isSameOrigin(
  headers: { fetchSite: string | null | undefined; origin: string | null | undefined },
  siteOrigin: string,
): boolean {
  if (headers.fetchSite) return headers.fetchSite === 'same-origin'
  return headers.origin === siteOrigin
}
