/** What XML 1.0 (5th edition, 2.2) has no place for, however it is written. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** The text without characters that XML forbids: control characters, lone surrogates, U+FFFE, U+FFFF. */
export const xmlText = (text: string): string => text.replace(forbidden, '')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text for content and double-quoted attributes of XML and HTML alike. */
export const escaped = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (character) => entities[character] ?? character)
