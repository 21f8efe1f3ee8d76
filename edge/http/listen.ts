import type { Server as HttpServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from '../../lib/plain-error.ts'

/** The settings that an operator can change when the port cannot be opened. */
type Names = { port: string; host: string }

const sentences: Readonly<Record<string, (port: number, host: string, names: Names) => string>> = {
  EADDRINUSE: (port, _, names) =>
    `Port ${port} is taken by another program; set ${names.port} to a free one, such as ${port + 1}.`,
  EACCES: (port, _, names) =>
    `Port ${port} may not be opened by this user; set ${names.port} to one above 1023.`,
  EADDRNOTAVAIL: (_, host, names) =>
    `This machine has no address ${host}; set ${names.host} to one that it has.`,
  ENOTFOUND: (_, host, names) =>
    `The name ${host} leads to no address; set ${names.host} to one of this machine.`,
}

/**
 * Opens the port.
 * @returns the port, for when 0 was asked for
 * @throws {PlainError} with one plain sentence when it cannot be opened.
 */
export function listen(
  server: Server,
  port: number,
  host: string,
  names: Names = { port: 'PORT', host: 'HOST' },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const sentence = sentences[cause.code ?? '']?.(port, host, names)
      reject(
        new PlainError(sentence ?? `Port ${port} cannot be opened: ${cause.message}`, { cause }),
      )
    })
    server.listen({ port, host, backlog: 1024 }, () => {
      server.removeAllListeners('error')
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/**
 * Takes no further connection, lets requests under way finish, and cuts off what takes longer.
 * @param patience ms
 */
export async function drain(server: HttpServer, patience: number): Promise<void> {
  const closed = new Promise<true>((resolve) => server.close(() => resolve(true)))
  const until = performance.now() + patience
  for (let isOver = false; !isOver && performance.now() < until; ) {
    // A connection that finishes its request becomes idle, and is not waited for.
    server.closeIdleConnections()
    isOver = await Promise.race([closed, sleep(50, false)])
  }
  server.closeAllConnections()
  await closed
}
