import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'
import { hostileRequests } from './hostile-requests.ts'
import { mark } from './hostile-words.ts'
import { exchange, exchangeAndEnd, statusesIn } from './raw.ts'

let edge: Awaited<ReturnType<typeof openEdge>>
beforeAll(async () => {
  edge = await openEdge()
  edge.state.handler = (req, res) => {
    req.resume()
    sendHtml(res, nextPage('<p>a page</p>', { status: 200, keys: [] }))
  }
})
afterAll(() => edge.close())

const atOnce = 20
/** RFC 9110, 15.6.2 and 15.6.6: of the server's side in number only, they say what a client may not ask. */
const ofClients = [501, 505]

/** What is wrong with an answer; empty when nothing is. */
function faultsOf(text: string, told: string): string[] {
  const [head = ''] = told.split('\r\n\r\n')
  const location = /^location: (.*)$/im.exec(head)?.[1]
  const withoutQuery = told.replace(/^location: .*$/im, '')
  const statuses = statusesIn(told)
  const requests = text.match(/ HTTP\/\d/g)?.length ?? 0
  const faults = {
    'a fault of ours': statuses.some((status) => status >= 500 && !ofClients.includes(status)),
    'it is reflected': withoutQuery.includes(mark),
    'it leads out': location !== undefined && !/^\/(?![/\\])[\x21-\x7e]*$/.test(location),
    'a field was injected': /^(?:injected|set-cookie: (?!NEXT_LOCALE|a=b))/im.test(head),
    'more answers than requests':
      statuses.filter((status) => status >= 200).length > Math.max(1, requests),
    'a secret was told': told.includes('\r\n\r\nsecret'),
  }
  return Object.entries(faults).flatMap(([fault, isThere]) => (isThere ? [fault] : []))
}

/** A connection whose sending side stays open must be answered and closed all the same. */
async function examine(text: string, family: string): Promise<string[]> {
  const sent = family === 'unfinished' ? exchangeAndEnd(edge.url, text) : exchange(edge.url, text)
  const told = await sent.catch((error: Error) => error)
  const faults = told instanceof Error ? [told.message] : faultsOf(text, told)
  return faults.map((fault) => `${fault}: ${JSON.stringify(text.slice(0, 150))}`)
}

describe('hostile requests', () => {
  it('are many', () => {
    expect(hostileRequests.flatMap(([, requests]) => requests).length).toBeGreaterThan(700)
  })

  it.each(hostileRequests)(
    '%s are answered or refused, and nothing else',
    async (family, requests) => {
      const faults: string[] = []
      for (let at = 0; at < requests.length; at += atOnce)
        faults.push(
          ...(
            await Promise.all(requests.slice(at, at + atOnce).map((text) => examine(text, family)))
          ).flat(),
        )
      expect(faults).toEqual([])
    },
    60_000,
  )

  it('have left the edge as it was', async () => {
    expect(await edge.ask('/en/city')).toMatchObject({ status: 200 })
    expect(edge.edge.store.bytes).toBeLessThan(1024 * 1024)
  })
})
