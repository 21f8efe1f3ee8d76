import type { IncomingMessage } from 'node:http'
import { isbot } from 'isbot'
import { type Limited, takeOf } from '../limits/spend.ts'

/**
 * Whether somebody seems to read here, as far as can be told without telling readers apart: no known
 * program, and from a network that neither opens stories faster than a household or office does, nor
 * one story over and over. What is judged is forgotten with the limits' window.
 * @param page the address of a story, by its form
 */
export async function isReader(
  edge: Limited,
  req: IncomingMessage,
  page: string,
): Promise<boolean> {
  const agent = req.headers['user-agent']
  if (!agent || isbot(agent)) return false
  const take = takeOf(edge, req)
  return (await take('read')).ok && (await take('reread', 1, page)).ok
}
