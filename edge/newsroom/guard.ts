import { randomBytes } from 'node:crypto'
import { commonHeaders, permissionsPolicy } from '../http/security-headers.ts'
import type { Guard } from '../proxy/proxy.ts'
import { dataPolicy, newsroomPolicy, uploadPolicy } from './policy.ts'

/** `/api/media/file/harbour.jpg`: originals as they were uploaded. */
const upload = /^\/api\/[^/]+\/file\//
/** What a browser shows in place; anything else is only saved. */
const picture = /^image\/(?:avif|gif|jpeg|png|webp)$/

/**
 * What the newsroom's requests say to the renderer, and its answers to an editor's browser, beyond what
 * Next and Payload say: each page gets a policy with a nonce of its own, data and uploads get none to run.
 * @param path decoded, below /admin or /api
 * @param asked.isView whether somebody opens a screen of the newsroom: where that fails, Next has nothing to say that helps
 */
export function newsroomGuard(
  path: string,
  { https, development, isView }: { https: boolean; development: boolean; isView: boolean },
): Guard {
  const policy = newsroomPolicy(randomBytes(16).toString('base64'), development)
  return {
    requestHeaders: ['Content-Security-Policy', policy],
    refuses: (status) => isView && !development && status >= 500,
    answerHeaders: (type) => ({
      ...contentHeaders(path, type, policy),
      'Cache-Control': 'private, no-store',
      'X-Frame-Options': 'DENY',
      'X-Robots-Tag': 'noindex',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': permissionsPolicy,
      ...pairs(commonHeaders(https)),
      'Referrer-Policy': 'same-origin',
    }),
  }
}

function contentHeaders(path: string, type: string, policy: string): Record<string, string> {
  const isHtml = type.startsWith('text/html')
  if (upload.test(path) && !type.startsWith('application/json'))
    return picture.test(type)
      ? { 'Content-Security-Policy': uploadPolicy, 'Content-Disposition': 'inline' }
      : {
          'Content-Security-Policy': uploadPolicy,
          'Content-Disposition': 'attachment',
          'Content-Type': 'application/octet-stream',
        }
  const isPage = isHtml && (path === '/admin' || path.startsWith('/admin/'))
  return { 'Content-Security-Policy': isPage ? policy : dataPolicy }
}

const pairs = (flat: readonly string[]): Record<string, string> =>
  Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])))
