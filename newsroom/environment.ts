import path from 'node:path'

/**
 * What the newsroom needs from its process. `npm start` validates the settings (`lib/settings.ts`) and
 * hands them on; while Next builds there is no database, and none of this is used.
 */
export const environment = {
  databaseUrl: process.env.DATABASE_URL ?? '',
  /** ms to wait for the database: of the renderer alone, since scripts have statements that take long; 0: for ever. */
  databasePatience: Number(process.env.DATABASE_PATIENCE_MS ?? 0),
  secret: process.env.PAYLOAD_SECRET ?? '',
  siteUrl: process.env.SITE_URL ?? 'http://localhost:3000',
  /** Where editors come to: the same, unless the newsroom has a port of its own. */
  adminUrl: process.env.ADMIN_URL || process.env.SITE_URL || 'http://localhost:3000',
  publicApi: process.env.PUBLIC_API === 'on',
  /** Uploaded originals, and `media/` with the renditions that the edge serves. */
  dataDir: process.env.DATA_DIR ?? path.resolve('data'),
}

export const uploadsDir = path.join(environment.dataDir, 'uploads')
export const renditionsDir = path.join(environment.dataDir, 'media')
