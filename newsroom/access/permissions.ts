import type { Access, CollectionConfig, PayloadRequest, Where } from 'payload'
import { environment } from '../environment.ts'
import { type Role, roleOf } from './roles.ts'

/**
 * Who may do what, as one table. `own`: only what they began themselves. `public`: also readers, who see
 * what is published and due. Nothing that is not in the table is allowed.
 */
export type Reach = 'all' | 'own' | 'published' | 'none'
type Row = Record<'reader' | Role, Reach>
type Operation = 'create' | 'read' | 'update' | 'delete'

const all = 'all'
const none = 'none'
const staff: Row = { reader: none, reporter: all, editor: all, admin: all }
const desk: Row = { reader: none, reporter: none, editor: all, admin: all }
const chief: Row = { reader: none, reporter: none, editor: none, admin: all }
const nobody: Row = { reader: none, reporter: none, editor: none, admin: none }
const everybody: Row = { reader: all, reporter: all, editor: all, admin: all }

const kept = { create: desk, read: everybody, update: desk, delete: desk }

export const permissions = {
  articles: {
    create: staff,
    read: { ...staff, reader: 'published' },
    update: { ...desk, reporter: 'own' },
    delete: desk,
  },
  'live-entries': {
    create: staff,
    read: { ...staff, reader: 'published' },
    update: { ...desk, reporter: 'own' },
    delete: desk,
  },
  media: { create: staff, read: everybody, update: staff, delete: desk },
  recordings: { create: staff, read: everybody, update: staff, delete: desk },
  sections: kept,
  series: kept,
  topics: { ...kept, create: staff },
  people: kept,
  pages: { ...kept, read: { ...staff, reader: 'published' }, delete: chief },
  'front-pages': { ...kept, delete: chief },
  messages: { create: nobody, read: desk, update: desk, delete: chief },
  addresses: { create: nobody, read: staff, update: nobody, delete: chief },
  'consent-counts': { create: nobody, read: staff, update: nobody, delete: chief },
  'reading-counts': { create: nobody, read: staff, update: nobody, delete: chief },
  users: {
    create: chief,
    read: { ...chief, editor: 'own', reporter: 'own' },
    update: { ...chief, editor: 'own', reporter: 'own' },
    delete: chief,
  },
  'site-settings': { create: nobody, read: everybody, update: chief, delete: nobody },
} as const satisfies Record<string, Record<Operation, Row>>

export type Guarded = keyof typeof permissions

const ownerField: Partial<Record<Guarded, string>> = { users: 'id' }

function published(name: Guarded): Where {
  const live: Where = { _status: { equals: 'published' } }
  const now = new Date().toISOString()
  if (name === 'articles') return { and: [live, { publishedAt: { less_than_equal: now } }] }
  if (name !== 'live-entries') return live
  const story: Where[] = [
    { 'story._status': { equals: 'published' } },
    { 'story.publishedAt': { less_than_equal: now } },
  ]
  return { and: [live, ...story] }
}

/** Readers come through the pages: over REST nobody reads unless signed in, or PUBLIC_API is on. */
const isStrangerOverRest = ({ payloadAPI, user }: PayloadRequest): boolean =>
  payloadAPI === 'REST' && !user && !environment.publicApi

/** The rule for one operation, as Payload wants it: yes, no, or a condition on the documents. */
export const rule =
  (name: Guarded, operation: Operation): Access =>
  ({ req }) => {
    if (isStrangerOverRest(req)) return false
    const rows: Record<Operation, Row> = permissions[name]
    const reach = rows[operation][roleOf(req) ?? 'reader']
    if (reach === 'all') return true
    if (reach === 'published') return published(name)
    if (reach === 'own' && req.user)
      return { [ownerField[name] ?? 'createdBy']: { equals: req.user.id } }
    return false
  }

/** Every access rule of a collection. Versions are for the newsroom alone. */
export const accessOf = (name: Guarded): NonNullable<CollectionConfig['access']> => ({
  create: rule(name, 'create'),
  read: rule(name, 'read'),
  update: rule(name, 'update'),
  delete: rule(name, 'delete'),
  unlock: ({ req }) => roleOf(req) === 'admin',
  readVersions: ({ req }) => roleOf(req) !== null,
  admin: ({ req }) => roleOf(req) !== null,
})
