import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Logger } from 'pino'

const levels: Record<string, 'debug' | 'info' | 'warn' | 'error'> = {
  LOG: 'debug',
  DETAIL: 'debug',
  HINT: 'debug',
  NOTICE: 'debug',
  INFO: 'info',
  WARNING: 'warn',
  ERROR: 'error',
  FATAL: 'error',
  PANIC: 'error',
}

/**
 * What PostgreSQL says as FATAL or ERROR, and is no fault: at the end of every orderly life, when its vacuum of its own
 * accord makes way for a statement that needs the table, and when the time of a statement is up, which whoever set it
 * is told as well.
 */
const ordinary =
  /terminating connection due to administrator command|the database system is (?:starting up|shutting down)|canceling (?:autovacuum task|statement due to statement timeout)/

/** Level and text of one line of PostgreSQL's own log. */
export function readLine(line: string): {
  level: 'debug' | 'info' | 'warn' | 'error'
  text: string
} {
  const [, severity = '', text = line] = /^([A-Z]+): {1,2}(.*)$/.exec(line) ?? []
  if (ordinary.test(text)) return { level: 'debug', text }
  return { level: levels[severity] ?? 'debug', text }
}

/**
 * Hands PostgreSQL's output to the portal's log.
 * @param heard Told every line, before it is logged.
 */
export function followOutput(stream: Readable, log: Logger, heard: (line: string) => void): void {
  createInterface({ input: stream }).on('line', (line) => {
    heard(line)
    const { level, text } = readLine(line)
    log[level]({ part: 'postgresql' }, text)
  })
}
