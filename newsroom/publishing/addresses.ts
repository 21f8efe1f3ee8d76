import type { PayloadRequest } from 'payload'

export type AddressRecord = {
  path: string
  relationTo: 'articles' | 'sections' | 'series' | 'topics' | 'people'
  id: number
  /** From when on readers could open it. */
  since: Date
}

const collection = 'addresses'

/** Keeps an address for ever, or points it at its newest owner. */
export async function rememberAddress(req: PayloadRequest, record: AddressRecord): Promise<void> {
  const { path, relationTo, id, since } = record
  const { docs } = await req.payload.find({
    collection,
    where: { path: { equals: path } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  const data = {
    path,
    target: { relationTo, value: id },
    since: since.toISOString(),
  }
  const known = docs[0]
  if (known) await req.payload.update({ collection, id: known.id, data, req, depth: 0 })
  else await req.payload.create({ collection, data, req, depth: 0 })
}

/** Forgets an address that no reader could have opened: a scheduled story that was moved before its time. */
export async function forgetAddress(req: PayloadRequest, path: string): Promise<void> {
  await req.payload.delete({ collection, where: { path: { equals: path } }, req, depth: 0 })
}
