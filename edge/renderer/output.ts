import type { Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import type { Logger } from 'pino'
import { type Failure, readFailure } from '../../lib/failure-line.ts'

type Level = 'debug' | 'warn' | 'error'

/** Level of a line of the renderer's output; null when it goes on with the line before. */
export function levelOf(line: string): Level | null {
  if (/^[\s}\]]/.test(line)) return null
  if (/^(?:⨯|\[?(?:\S*Error)\b)|\b(?:ERROR|FATAL)\b|^Uncaught/.test(line)) return 'error'
  if (/⚠|\bWARN(?:ING)?\b|Warning:/.test(line)) return 'warn'
  return 'debug'
}

/** ms to wait for further lines of the same message; a stack comes in one piece. */
const pause = 20
/** Characters of one message; a line without an end must not fill memory. */
const longest = 64 * 1024

/** Hands each message of a stream (a line with its indented ones) to the log, without colours. */
export function logMessages(stream: Readable, log: Logger): void {
  let rest = ''
  let message = ''
  let timer: NodeJS.Timeout | undefined
  const logFailure = failureLog(log)
  const tell = () => {
    clearTimeout(timer)
    const text = message.trim()
    message = ''
    if (text === '') return
    // With a digest, it is told as a failure too, which knows its request.
    const level = /^ {2}digest: '/m.test(text) ? 'debug' : levelOf(text)
    log[level ?? 'debug']({ from: 'renderer' }, text)
  }
  const take = (line: string) => {
    const text = stripVTControlCharacters(line).trimEnd()
    const failure = readFailure(text)
    if (failure) {
      tell()
      logFailure(failure)
    } else if (message === '' || levelOf(text) !== null || message.length > longest) {
      tell()
      message = text
    } else message += `\n${text}`
  }
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longest) lines.push(rest)
    if (rest.length > longest) rest = ''
    for (const line of lines) take(line)
    clearTimeout(timer)
    timer = setTimeout(tell, pause)
  })
  stream.once('end', () => {
    take(rest)
    tell()
  })
}

const rememberedFailures = 100

/** Tells each failure once: Next reports it from every layer that it passes. */
function failureLog(log: Logger): (failure: Failure) => void {
  const told = new Set<string>()
  return ({ requestId, name, message, stack, ...of }) => {
    const key = `${requestId} ${of.path} ${of.digest}`
    if (told.has(key)) return
    if (told.size >= rememberedFailures) told.clear()
    told.add(key)
    const err = Object.assign(new Error(message), { name, stack })
    const facts = { from: 'renderer', request: requestId, ...of, err }
    log.error(facts, 'a request failed in the renderer')
  }
}
