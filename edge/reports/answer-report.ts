import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Front } from '../front.ts'
import { commonHeaders } from '../http/security-headers.ts'
import { spend } from '../limits/spend.ts'
import { readBody } from '../proxy/body.ts'
import { readViolation } from './violations.ts'

/** A report names a page, a policy and a sample of at most 40 characters. Bytes. */
const largestReport = 16 * 1024

/**
 * Takes what a browser reports of a policy. Whatever cannot be read is answered alike: who sends it learns
 * nothing.
 * @throws {TooLarge} for a body over 16 KB.
 * @throws {OverLimit} when the network sent too many.
 */
export async function answerReport(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  await spend(edge, req, 'report')
  const violation = readViolation((await readBody(req, largestReport)).toString('utf8'))
  if (violation) edge.violations.add(violation)
  res.writeHead(204, ['Cache-Control', 'no-store', ...commonHeaders(edge.renders.site.https)]).end()
}
