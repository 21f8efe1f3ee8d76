import { connections, loader } from './load.ts'
import type { Figures } from './measure.ts'

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Tables for people: every ratio is between two figures of this run. */
export function print(figures: Figures): void {
  const { loads } = figures
  const rendered = loads.find(({ server }) => server === 'renderer alone')
  console.log(`${figures.stories} stories; load by ${loader}, ${connections} connections`)
  console.table(
    loads.map((one) => {
      const nginx = loads.find(({ name, server }) => name === one.name && server === 'nginx')
      return {
        work: one.name,
        server: one.server,
        'requests/s': one.perSecond,
        'p50 ms': rounded(one.p50),
        'p99 ms': rounded(one.p99),
        'µs of processor': rounded(one.microseconds, 1),
        'of nginx': nginx ? rounded(one.perSecond / nginx.perSecond) : '',
        'of nginx, by processor': nginx ? rounded(nginx.microseconds / one.microseconds) : '',
        'times the renderer': rendered ? rounded(one.perSecond / rendered.perSecond, 1) : '',
        wrong: one.wrong,
      }
    }),
  )
  console.log('One miss through the edge, one at a time, ms:')
  console.table(figures.missMs)
  const { flood } = figures
  console.log(
    `${flood.pages} pages missed at once by 64 connections: ${flood.failed} failed, ${rounded(flood.seconds, 1)} s; a kept page meanwhile p50 ${rounded(flood.hits.p50, 1)} ms, p99 ${rounded(flood.hits.p99, 1)} ms`,
  )
  const published = figures.publishedMs
  console.log(
    published
      ? `Saved → story, section and front page are fresh, ${published.times} times: p50 ${rounded(published.p50, 0)} ms, p99 ${rounded(published.p99, 0)} ms`
      : 'Publishing was not measured: set ADMIN_EMAIL and ADMIN_PASSWORD of an account in this data folder.',
  )
  console.log('Bytes on the wire (Brotli):')
  console.table(figures.bytes)
  console.log('Resident memory, MB:')
  console.table(figures.memoryMb)
  const { asked, held, limitMb, countedMb, residentMb } = figures.keptPages
  console.log(
    `${asked} pages put into ${limitMb} MB: ${held} held, ${countedMb} MB by the edge's count, ${residentMb} MB resident`,
  )
}
