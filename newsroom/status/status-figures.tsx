import type { formats } from './format.ts'
import type { Status } from './read-status.ts'
import styles from './status.module.css'
import type { statusWords } from './words.ts'

export type Spoken = {
  say: (key: keyof typeof statusWords) => string
  format: ReturnType<typeof formats>
}

/** Below it a figure calls for somebody: PostgreSQL and uploads need room. Bytes. */
const littleSpace = 1024 ** 3

/** The numbers of the moment. */
export function StatusFigures({ status, say, format }: Spoken & { status: Status }) {
  const { edge, outbox, websub } = status
  const next = outbox.nextAt && `${say('next')} ${format.moment(outbox.nextAt)}`
  return (
    <dl className={styles.figures}>
      {edge && (
        <>
          <Figure
            name={say('hitRate')}
            value={format.share(edge.served.hits, edge.served.all)}
            note={`${format.number(edge.served.hits)} / ${format.number(edge.served.all)}`}
          />
          <Figure name={say('pages')} value={format.number(edge.store.pages)} />
          <Figure
            name={say('memory')}
            value={format.size(edge.store.bytes)}
            note={`/ ${format.size(edge.store.limit)}`}
          />
          <Figure name={say('process')} value={format.size(edge.memory)} />
          <Figure
            name={say('restarts')}
            value={format.number(edge.renderer.restarts)}
            calls={edge.renderer.restarts > 0}
          />
          <Figure name={say('failed')} value={format.number(edge.renderer.failed)} />
          <Figure name={say('waiting')} value={format.number(edge.renderer.waiting)} />
          <Figure
            name={say('disk')}
            value={edge.freeBytes === null ? '—' : format.size(edge.freeBytes)}
            calls={edge.freeBytes === null || edge.freeBytes < littleSpace}
          />
        </>
      )}
      <Figure
        name={say('outbox')}
        value={`${edge?.outbox.position ?? '—'} / ${outbox.written}`}
        note={edge && !edge.outbox.isFollowed ? say('away') : undefined}
        calls={edge !== null && !edge.outbox.isFollowed}
      />
      <Figure
        name={say('scheduled')}
        value={format.number(outbox.scheduled)}
        note={next ?? undefined}
      />
      <Figure
        name={say('websub')}
        value={format.number(websub.waiting)}
        note={websub.failing > 0 ? `${format.number(websub.failing)} ${say('failing')}` : undefined}
        calls={websub.failing > 0}
      />
      {edge && <Figure name={say('since')} value={format.moment(edge.startedAt)} isText />}
    </dl>
  )
}

type FigureProps = {
  name: string
  value: string
  note?: string | undefined
  /** It needs somebody's attention. */
  calls?: boolean
  isText?: boolean
}

function Figure({ name, value, note, calls = false, isText = false }: FigureProps) {
  return (
    <div className={styles.figure} data-calls={calls || undefined}>
      <dt>{name}</dt>
      <dd data-text={isText || undefined}>
        {value}
        {note && <small>{note}</small>}
      </dd>
    </div>
  )
}
