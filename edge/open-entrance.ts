import { sharesOf } from '../lib/workers.ts'
import { openWorkers } from './cluster/open-workers.ts'
import { defaultCacheBytes, type Edge } from './edge.ts'
import { type Entrance, type EntranceOptions, openHere } from './entrance.ts'
import type { RendererPlace } from './renderer/way.ts'
import type { Certificate } from './tls/certificate.ts'

export type Workers = {
  /** 1: this process answers readers itself. */
  count: number
  /** File that each runs. */
  program: string
}

type Options = EntranceOptions & {
  workers?: Workers | undefined
  /** Memory for kept pages of all processes, bytes. */
  cacheBytes?: number | undefined
}

/** In development there is one process, which is easier to follow. */
const countOf = ({ mode, workers }: Pick<Options, 'mode' | 'workers'>): number =>
  mode === 'development' ? 1 : (workers?.count ?? 1)

/** What of the memory for kept pages is that of this process, bytes. */
export const ownShare = (options: Pick<Options, 'mode' | 'workers' | 'cacheBytes'>): number =>
  sharesOf(options.cacheBytes ?? defaultCacheBytes, countOf(options)).primary

/**
 * Opens the readers' port, with as many processes behind it as are wanted.
 * @param renderer where it is at any moment
 * @throws {PlainError} when the port cannot be opened.
 */
export async function openEntrance(
  edge: Edge,
  options: Options,
  certificate: Certificate | null,
  renderer: () => RendererPlace | null,
): Promise<Entrance> {
  const count = countOf(options)
  if (!options.workers || count === 1) return openHere(edge, options, certificate)
  const { cacheBytes = defaultCacheBytes } = options
  const workers = { ...options.workers, count }
  return openWorkers(edge, { ...options, workers, cacheBytes, renderer }, certificate)
}
