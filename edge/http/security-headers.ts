/** Where a reader may let a video play: `components/blocks/video`. */
const players = [
  'https://www.youtube-nocookie.com',
  'https://player.bilibili.com',
  'https://v.qq.com',
]

/** Where browsers report what a policy refused. */
export const reportPath = '/csp-report'

/** Content-Security-Policy of a reader page (CSP Level 3): scripts and styles by 'self' and by hash. */
export function readerPolicy(scriptHashes: readonly string[]): string {
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)]
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    `frame-src ${players.join(' ')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // The portal's modules write no HTML and no script: neither may whoever finds a way into them.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    // Rather than `report-to`, which needs a further header on every page and is not in every browser.
    `report-uri ${reportPath}`,
  ].join('; ')
}

/** Policy of an answer that shows text and nothing else, with at most one inline style. */
export const barePolicy = (styleHash?: string): string =>
  [
    "default-src 'none'",
    ...(styleHash ? [`style-src '${styleHash}'`] : []),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Of every answer, as flat pairs. HSTS (RFC 6797) only where the site is on https. */
export const commonHeaders = (https: boolean): string[] => [
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
  ...(https ? ['Strict-Transport-Security', 'max-age=63072000'] : []),
]

/** What no page of the portal asks of a device. */
export const permissionsPolicy =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'

/** Of every HTML answer to readers, as flat pairs. */
export const documentHeaders = (https: boolean): string[] => [
  ...commonHeaders(https),
  'Cross-Origin-Opener-Policy',
  'same-origin',
  'Cross-Origin-Resource-Policy',
  'same-origin',
  'Permissions-Policy',
  permissionsPolicy,
]
