import { get as request } from 'node:http'

/** Bytes of an answer's body as they are sent, in Brotli. @throws {Error} for an asset that is not there. */
export function bytesOnTheWire(url: string, of: 'page' | 'asset' = 'asset'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0
      if (of === 'asset' && answer.statusCode !== 200)
        reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
      answer.on('error', reject)
    }).on('error', reject)
  })
}

export type Weight = { html: number; css: number; script: number }

/** What a page costs a reader without pictures and fonts, bytes. */
export async function weigh(origin: string, path: string): Promise<Weight> {
  const html = await (await fetch(origin + path)).text()
  const total = async (pattern: RegExp) => {
    const paths = [...html.matchAll(pattern)].map(([, found]) => found ?? '')
    const sizes = await Promise.all(paths.map((asset) => bytesOnTheWire(origin + asset)))
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  return {
    html: await bytesOnTheWire(origin + path, 'page'),
    css: await total(/<link rel="stylesheet" href="([^"]+)"/g),
    script: await total(/<script[^>]* src="([^"]+)"/g),
  }
}
