import { z } from 'zod'

/** What an edge tells the newsroom about itself. Times in ms since the epoch, sizes in bytes. */
export const edgeStatus = z.object({
  startedAt: z.number(),
  /** Pages and drawings since the start; `hits` came from memory as they were. */
  served: z.object({ all: z.number(), hits: z.number() }),
  store: z.object({ pages: z.number(), bytes: z.number(), limit: z.number() }),
  /** Memory of the edge's processes. */
  memory: z.number(),
  renderer: z.object({ restarts: z.number(), waiting: z.number(), failed: z.number() }),
  /** Of the last hour, the slowest first; `ms` in the renderer. */
  slowest: z.array(z.object({ at: z.number(), ms: z.number(), path: z.string() })),
  /** The last one first; keys are null when everything was purged. */
  purges: z.array(
    z.object({
      at: z.number(),
      keys: z.array(z.string()).nullable(),
      pages: z.number(),
      lagMs: z.number().nullable(),
    }),
  ),
  /** Last number that was read; null until there was one. */
  outbox: z.object({ position: z.number().nullable(), isFollowed: z.boolean() }),
  /** Where the data folder is; null when it cannot be asked. */
  freeBytes: z.number().nullable(),
})
export type EdgeStatus = z.infer<typeof edgeStatus>

/** How the renderer reaches its edge: set by the edge that starts it. */
export const statusVariables = { url: 'EDGE_STATUS_URL', secret: 'EDGE_STATUS_SECRET' } as const
