import type { Served } from '../cache/page-cache.ts'
import type { ConsentEvent } from '../counts/counts.ts'
import type { FrontOptions } from '../front.ts'
import type { Unready } from '../inside/readiness.ts'
import type { Counted } from '../inside/request-counts.ts'
import type { LimitName, Taken } from '../limits/limits.ts'
import type { AskedDrawing, AskedPage, AskedUnknown } from '../pages/pages.ts'
import type { RendererPlace } from '../renderer/way.ts'
import type { Violation } from '../reports/violations.ts'
import type { Certificate } from '../tls/certificate.ts'
import type { Failure } from './failures.ts'

/**
 * What primary and workers say to each other, over the channel of each worker (structured clones, in the
 * order in which they were sent). That one order of pages and purges is what keeps workers right: a page
 * that is sent shows every purge that was sent before it, and every later one comes after it.
 */

/** A page for a worker. */
export type Found = Served & {
  /** Whether it was fresh and unpurged when it was sent: only then may it be kept. */
  isCurrent: boolean
}

/** What a worker asks, by name, and what it is told. */
export type Questions = {
  page(asked: AskedPage): Promise<Found>
  unknown(asked: AskedUnknown): Promise<Found>
  drawing(asked: AskedDrawing): Promise<Found>
  take(spent: { name: LimitName; network: string; points: number }): Promise<Taken>
  unready(nothing: null): Promise<Unready[]>
}
export type Name = keyof Questions
export type Asked<N extends Name> = Parameters<Questions[N]>[0]
export type Told<N extends Name> = Awaited<ReturnType<Questions[N]>>
export type Question = { [N in Name]: { name: N; asked: Asked<N> } }[Name]

/** How a worker is. */
export type Report = {
  /** Resident memory, bytes. */
  memory: number
  /** Of the processor, since it began. */
  cpuSeconds: number
  /** 99th percentile since the last report, seconds. */
  loopLagSeconds: number
  store: { pages: number; bytes: number; limit: number }
}

export type Beginning = Omit<FrontOptions, 'log'> & {
  /** By the clock of the primary (`clock.ts`). */
  now: number
  /** Its place among the workers, from 1: the log and the metrics call it so. */
  number: number
  logLevel: string
  /** Memory for its pages, bytes. */
  cacheBytes: number
  certificate: Certificate | null
  renderer: RendererPlace | null
}

export type ToWorker =
  | { kind: 'begin'; beginning: Beginning }
  /** With the socket. */
  | { kind: 'connection'; connection: number }
  | { kind: 'told'; question: number; told: Told<Name> }
  | { kind: 'failed'; question: number; failure: Failure }
  /** Null: what changed is not known. */
  | { kind: 'purge'; keys: readonly string[] | null; urgent: boolean }
  | { kind: 'renderer'; place: RendererPlace | null }
  | { kind: 'certificate'; certificate: Certificate }
  | { kind: 'look' }
  /** `patience`: ms that requests under way have. */
  | { kind: 'drain'; patience: number }

export type ToPrimary =
  | { kind: 'loaded' }
  | { kind: 'up' }
  | { kind: 'accepted'; connection: number }
  | { kind: 'ask'; question: number; ask: Question }
  | { kind: 'answered'; event: ConsentEvent }
  | { kind: 'read'; path: string; isKept: boolean }
  /** How often pages were asked for since the last time. */
  | { kind: 'reads'; reads: readonly (readonly [key: string, reads: number])[] }
  | { kind: 'violation'; violation: Violation }
  /** Sums since the last time. */
  | { kind: 'counted'; counted: Counted }
  | { kind: 'report'; report: Report }
