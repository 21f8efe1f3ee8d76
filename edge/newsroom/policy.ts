/**
 * Content-Security-Policy (Level 3) of a page of the newsroom. Next writes its scripts into the page, and
 * marks them with the nonce that it reads in this very policy; what they load in turn is trusted with them
 * (`strict-dynamic`), so that neither an upload nor an answer of the API can be named as a script.
 * @param nonce base64, new for every answer
 * @param development hot reload evaluates text, and speaks through a WebSocket
 */
export const newsroomPolicy = (nonce: string, development: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Payload and its editor set positions and sizes as inline styles.
    "style-src 'self' 'unsafe-inline'",
    // A picture that was chosen and not yet uploaded is shown from memory.
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Of data: shown by a browser on its own, it may do nothing. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

/** Of an uploaded original: a picture, whatever its bytes say. */
export const uploadPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"
