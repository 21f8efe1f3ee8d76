import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { z } from 'zod'
import { factsOf, type Language, languageCodes } from '../../lib/languages.ts'
import { barePolicy, commonHeaders, documentHeaders } from './security-headers.ts'
import { sourceHash } from './source-hash.ts'

export type ErrorStatus = 400 | 403 | 404 | 405 | 408 | 413 | 414 | 429 | 500 | 502 | 503

const sentence = z.object({ title: z.string().min(1), text: z.string().min(1) })
/** The namespace `edgeErrors` of messages/*.json. */
const edgeErrors = z.object({
  front: z.string().min(1),
  badRequest: sentence,
  forbidden: sentence,
  notFound: sentence,
  methodNotAllowed: sentence,
  tooSlow: sentence,
  tooLarge: sentence,
  addressTooLong: sentence,
  tooMany: sentence,
  fault: sentence,
  unavailable: sentence,
})
export type ErrorMessages = z.infer<typeof edgeErrors>
export type MessagesByLanguage = Readonly<Record<Language, ErrorMessages>>

const nameOf = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  408: 'tooSlow',
  413: 'tooLarge',
  414: 'addressTooLong',
  429: 'tooMany',
  500: 'fault',
  502: 'unavailable',
  503: 'unavailable',
} as const satisfies Record<ErrorStatus, keyof ErrorMessages>

/**
 * Reads the strings of the error pages, once, when the edge starts: they must be there when all else fails.
 * @param root folder of the checkout
 * @throws {Error} when a language has no message file, or it lacks a string of `edgeErrors`.
 */
export function readErrorMessages(root: string): MessagesByLanguage {
  const read = (language: Language): ErrorMessages => {
    const file = path.join(root, 'messages', `${language}.json`)
    try {
      const all = z.object({ edgeErrors }).parse(JSON.parse(readFileSync(file, 'utf8')))
      return all.edgeErrors
    } catch (cause) {
      throw new Error(`The strings of the error pages cannot be read from ${file}`, { cause })
    }
  }
  return Object.fromEntries(languageCodes.map((code) => [code, read(code)])) as Record<
    Language,
    ErrorMessages
  >
}

const style = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#fbfaf7,#15181a);color:light-dark(#1b1d1f,#e8e6e1);font:1.125rem/1.6 Georgia,"Songti SC",SimSun,serif}main{max-width:34rem;padding:2rem 1.5rem}section+section{margin-block-start:2.5rem}h1,h2{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem}p{margin:0 0 .75rem}a{color:light-dark(#a3341f,#ff9c85)}:lang(zh){line-height:1.8}`
const policy = barePolicy(sourceHash(style))

/**
 * A page that needs nothing but itself.
 * @param language of the address; null when it has none: then it speaks all of them.
 */
export function errorPage(
  messages: MessagesByLanguage,
  status: ErrorStatus,
  language: Language | null,
): string {
  const spoken = language === null ? languageCodes : [language]
  const sections = spoken.map((code, index) => {
    const { title, text } = messages[code][nameOf[status]]
    const heading = index === 0 ? 'h1' : 'h2'
    const link = `<p><a href="/${code}">${escaped(messages[code].front)}</a></p>`
    return `<section lang="${factsOf(code).tag}"><${heading}>${escaped(title)}</${heading}><p>${escaped(text)}</p>${link}</section>`
  })
  const titles = spoken.map((code) => escaped(messages[code][nameOf[status]].title)).join(' · ')
  const tag = factsOf(spoken[0] ?? 'en').tag
  return `<!DOCTYPE html><html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${titles}</title><style>${style}</style></head><body><main>${sections.join('')}</main></body></html>`
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const isErrorStatus = (status: number): status is ErrorStatus => status in nameOf

export type ErrorPages = {
  send(
    res: ServerResponse,
    status: ErrorStatus,
    language: Language | null,
    more?: Readonly<Record<string, string>>,
  ): void
  /** The same for the newsroom's programs, in the form of Payload's own errors. */
  sendJson(
    res: ServerResponse,
    status: ErrorStatus,
    language: Language,
    more?: Readonly<Record<string, string>>,
  ): void
}

/** Error pages drawn once each. `send` does nothing but end the answer when its head is out already. */
export function errorPages(messages: MessagesByLanguage, https: boolean): ErrorPages {
  const drawn = new Map<string, Buffer>()
  const bodyOf = (status: ErrorStatus, language: Language | null): Buffer => {
    const key = `${status} ${language}`
    const body = drawn.get(key) ?? Buffer.from(errorPage(messages, status, language))
    drawn.set(key, body)
    return body
  }
  return {
    send(res, status, language, more = {}) {
      if (res.headersSent) {
        // Cut off: the reader must be able to tell that something is missing.
        res.destroy()
        return
      }
      const body = bodyOf(status, language)
      const headers = [
        ...['Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(body.length)],
        ...['Cache-Control', 'no-store', 'Content-Security-Policy', policy],
        ...documentHeaders(https),
        ...Object.entries(more).flat(),
      ]
      res.writeHead(status, headers).end(body)
    },
    sendJson(res, status, language, more = {}) {
      const message = messages[language][nameOf[status]].text
      const body = JSON.stringify({ errors: [{ message }] })
      const headers = [
        ...['Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(body))],
        ...['Cache-Control', 'no-store', 'Content-Security-Policy', barePolicy()],
        ...commonHeaders(https),
        ...Object.entries(more).flat(),
      ]
      res.writeHead(status, headers).end(body)
    },
  }
}
