import { getRequestLanguage, type SanitizedConfig } from 'payload'
import { parseCookies } from 'payload/shared'
import { wordFor, words } from '../words.ts'
import { anyFaultSince, type Heard, hearing } from './hearing.ts'

type Handler<Args> = (request: Request, args: Args) => Promise<Response>

const sentences = {
  reading: words(
    'The newsroom cannot reach its database at the moment. Try again in a minute.',
    '编辑部暂时无法连接数据库，请一分钟后再试。',
  ),
  writing: words(
    'This may not be saved: the newsroom cannot reach its database at the moment. Keep this window open, and save again in a minute.',
    '可能尚未保存：编辑部暂时无法连接数据库。请不要关闭此窗口，一分钟后再保存一次。',
  ),
}

/** Seconds, for Retry-After (RFC 9110, 10.2.3). */
const retryAfter = 5

/**
 * Answers 503 with a sentence for the editor where a request failed because of the database. Payload itself
 * would say that something went wrong; and because it takes an account that it cannot look up for none, it would tell an
 * editor that this is not allowed, or that nobody is signed in.
 */
export const withoutDatabase =
  <Args>(config: Promise<SanitizedConfig>, handle: Handler<Args>): Handler<Args> =>
  (request, args) =>
    hearing(async (heard) => {
      const began = performance.now()
      const fault = () => faultAnswer(config, request)
      // What is still under way goes on behind: it may yet be saved, and nobody is told that it is.
      const answer = await Promise.race([handle(request, args), heard.silence])
      return answer && !isSpoilt(answer, request, heard, began) ? answer : fault()
    })

/** A save that was acknowledged is saved, whatever came after it; what was read may be wrong. */
function isSpoilt({ status }: Response, { method }: Request, heard: Heard, began: number): boolean {
  if (heard.fault !== null) return status >= 400 || method === 'GET'
  // Whoever waits for a connection that another request asks for meets its fault only as an error.
  return status >= 500 && anyFaultSince(began)
}

async function faultAnswer(
  config: Promise<SanitizedConfig>,
  { headers, method }: Request,
): Promise<Response> {
  const cookies = parseCookies(headers)
  const language = getRequestLanguage({ config: await config, cookies, headers })
  const sentence = method === 'GET' ? sentences.reading : sentences.writing
  return Response.json(
    { errors: [{ message: wordFor(sentence, language) }] },
    {
      status: 503,
      headers: { 'Retry-After': String(retryAfter), 'Cache-Control': 'private, no-store' },
    },
  )
}
