import type { Instrumentation } from 'next'
import { tellFailure } from '@/lib/failure-line'

/** Next tells of every request that failed in a page, a route or the newsroom; the edge reads it from the output. */
export const onRequestError: Instrumentation.onRequestError = (error, request) => {
  const requestId = request.headers['x-request-id']
  console.error(
    tellFailure(error, {
      method: request.method,
      path: request.path,
      requestId: Array.isArray(requestId) ? requestId[0] : requestId,
    }),
  )
}
