import { createServer } from 'node:net'
import { codeOf, PlainError } from '../../lib/plain-error.ts'

/** The settings that an operator can change when the port cannot be opened. */
type Names = { port: string; host: string }

/**
 * Tells at once, not after minutes of building, that the portal could not open its doors.
 * @throws {PlainError}
 */
export function assurePortIsFree(
  port: number,
  host: string,
  names: Names = { port: 'PORT', host: 'HOST' },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(explain(error, port, host, names)))
    probe.listen({ port, host }, () => probe.close(() => resolve()))
  })
}

function explain(error: unknown, port: number, host: string, names: Names): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new PlainError(
        `Port ${port} on ${host} is taken by another program: stop that one, or set ${names.port} to another number.`,
      )
    case 'EACCES':
      return new PlainError(
        `Port ${port} may not be opened by this user: set ${names.port} to a number from 1024, and put a proxy in front.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new PlainError(`${names.host}=${host} is no address of this machine.`)
    default:
      return error
  }
}
