import path from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { defaultLanguage, languages } from '../lib/languages.ts'
import { accessEndpoint } from './access/endpoint.ts'
import { bodyEditor } from './body/editor.ts'
import { withCertainCommits } from './certain-commits.ts'
import { addresses } from './collections/addresses.ts'
import { articles } from './collections/articles/index.ts'
import { consentCounts, readingCounts } from './collections/counts.ts'
import { frontPages } from './collections/front-pages.ts'
import { liveEntries } from './collections/live-entries/index.ts'
import { messages } from './collections/messages.ts'
import { pages } from './collections/pages.ts'
import { people, sections, series, topics } from './collections/taxonomies.ts'
import { users } from './collections/users.ts'
import { environment } from './environment.ts'
import { patienceOf, patientPg } from './faults/patient-pg.ts'
import { siteSettings } from './globals/site-settings.ts'
import { noMail } from './mail.ts'
import { media } from './media/collection.ts'
import { recordings } from './recordings/collection.ts'
import { largestRecordingBytes } from './recordings/intake.ts'

/** Every process of the portal runs in the checkout; a bundle does not know where its sources were. */
const here = path.resolve('newsroom')

export default buildConfig({
  secret: environment.secret,
  serverURL: environment.adminUrl,
  csrf: [environment.adminUrl],
  cors: [],
  cookiePrefix: 'payload',
  telemetry: false,
  graphQL: { disable: true },
  sharp,
  email: noMail,
  editor: bodyEditor,
  db: withCertainCommits(
    postgresAdapter({
      pg: patientPg,
      pool: {
        connectionString: environment.databaseUrl,
        max: 20,
        ...patienceOf(environment.databasePatience),
      },
      push: false,
      migrationDir: path.join(here, 'migrations'),
      disableCreateDatabase: true,
    }),
  ),
  collections: [
    articles,
    liveEntries,
    media,
    recordings,
    topics,
    people,
    messages,
    sections,
    series,
    frontPages,
    pages,
    addresses,
    consentCounts,
    readingCounts,
    users,
  ],
  globals: [siteSettings],
  endpoints: [accessEndpoint],
  localization: {
    locales: languages.map(({ code, name }) => ({ code, label: name })),
    defaultLocale: defaultLanguage,
    fallback: false,
  },
  i18n: { supportedLanguages: { en, zh }, fallbackLanguage: 'en' },
  upload: { limits: { fileSize: largestRecordingBytes }, abortOnLimit: true },
  admin: {
    user: users.slug,
    avatar: 'default',
    importMap: {
      baseDir: here,
      importMapFile: path.join(here, '../app/(newsroom)/admin/importMap.js'),
    },
    components: {
      afterNavLinks: ['/status/status-link.tsx#StatusLink'],
      views: {
        status: { path: '/status', Component: '/status/status-view.tsx#StatusView' },
      },
    },
    dateFormat: 'yyyy-MM-dd HH:mm',
    meta: { titleSuffix: ' · iChongqing' },
    timezones: {
      supportedTimezones: [{ label: 'Chongqing', value: 'Asia/Shanghai' }],
      defaultTimezone: 'Asia/Shanghai',
    },
  },
  typescript: {
    outputFile: path.join(here, 'payload-types.ts'),
    // By a process that every other one that opens the newsroom would start, scripts and tests too.
    autoGenerate: process.env.NODE_ENV === 'development',
  },
})
