import { type Endpoint, Forbidden, getAccessResults } from 'payload'
import { environment } from '../environment.ts'

/**
 * `/api/access` in place of Payload's own: what somebody may do names every field, which is told to who is
 * signed in.
 */
export const accessEndpoint: Endpoint = {
  path: '/access',
  method: 'get',
  handler: async (req) => {
    if (!req.user && !environment.publicApi) throw new Forbidden(req.t)
    return Response.json(await getAccessResults({ req }))
  },
}
