/** In every request that could be reflected: no answer may hold it as it is. */
export const mark = 'h0st1le'

export const story = '/en/2023/11/10/slug'
export const head = (line: string, fields: readonly string[] = [], body = ''): string =>
  [line, 'Host: portal.example', ...fields, 'Connection: close', '', body].join('\r\n')
export const get = (path: string, ...fields: string[]): string =>
  head(`GET ${path} HTTP/1.1`, fields)
export const post = (path: string, body: string, ...fields: string[]): string =>
  head(`POST ${path} HTTP/1.1`, [...fields, `Content-Length: ${body.length}`], body)
export const across = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] =>
  as.flatMap((a) => bs.map((b): [A, B] => [a, b]))
