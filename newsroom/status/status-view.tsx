import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { roleOf } from '../access/roles.ts'
import { wordFor } from '../words.ts'
import { maySeeStatus } from './access.ts'
import { formats } from './format.ts'
import { readStatus } from './read-status.ts'
import styles from './status.module.css'
import { StatusFigures } from './status-figures.tsx'
import { PurgeTable, SlowTable } from './status-tables.tsx'
import { statusWords } from './words.ts'

/** /admin/status, for admins and editors. */
export async function StatusView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, i18n, user } = req
  if (!user || !maySeeStatus(roleOf(req))) notFound()
  const status = await readStatus(payload)
  const say = (key: keyof typeof statusWords) => wordFor(statusWords[key], i18n.language)
  const format = formats(i18n.language)
  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      visibleEntities={visibleEntities}
    >
      <Gutter className={styles.page}>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>{say(status.edge ? 'description' : 'noEdge')}</p>
        <StatusFigures status={status} say={say} format={format} />
        {status.edge && (
          <div className={styles.tables}>
            <SlowTable slowest={status.edge.slowest} say={say} format={format} />
            <PurgeTable purges={status.edge.purges} say={say} format={format} />
          </div>
        )}
        <h2>{say('versions')}</h2>
        <dl className={styles.versions}>
          <div>
            <dt>{say('build')}</dt>
            <dd>{status.build ?? '—'}</dd>
          </div>
          {status.versions.map(({ name, version }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{version}</dd>
            </div>
          ))}
        </dl>
      </Gutter>
    </DefaultTemplate>
  )
}
