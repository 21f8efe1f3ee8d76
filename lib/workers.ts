const MB = 1024 * 1024

/** Below it a worker would keep hardly more than front pages; its half of the memory is shared by all. */
const leastShare = 4 * MB
/** 8 answer some 200,000 requests/s for kept pages: more than a network takes. */
const mostByDefault = 8

/** The most workers that memory for kept pages is enough for; 1 needs no share. @param cacheBytes of all */
export const mostWorkers = (cacheBytes: number): number =>
  Math.max(1, Math.floor(cacheBytes / 2 / leastShare))

/**
 * Processes that answer readers unless told: one where it would only take turns with the renderer, else
 * all cores but one.
 * @param cores that this process may use
 */
export const defaultWorkers = (cores: number, cacheBytes: number): number =>
  cores <= 2 ? 1 : Math.min(cores - 1, mostByDefault, mostWorkers(cacheBytes))

/** How memory for kept pages is divided: all of it, or half for the primary and the rest for the workers. */
export const sharesOf = (
  cacheBytes: number,
  workers: number,
): { primary: number; worker: number } =>
  workers <= 1
    ? { primary: cacheBytes, worker: 0 }
    : {
        primary: Math.floor(cacheBytes / 2),
        worker: Math.floor(cacheBytes / 2 / workers),
      }
