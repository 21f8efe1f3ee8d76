import type { EdgeStatus } from '../../lib/edge-status.ts'
import styles from './status.module.css'
import type { Spoken } from './status-figures.tsx'
import type { statusWords } from './words.ts'

const mostKeys = 3

/** The pages that took longest to render. */
export function SlowTable({ slowest, say, format }: Spoken & { slowest: EdgeStatus['slowest'] }) {
  const rows = slowest.map(({ at, ms, path }) => [path, format.duration(ms), format.moment(at)])
  return <Table say={say} title="slowest" columns={['page', 'duration', 'time']} rows={rows} />
}

/** What was changed last, and how soon readers saw it. */
export function PurgeTable({ purges, say, format }: Spoken & { purges: EdgeStatus['purges'] }) {
  const told = (keys: readonly string[] | null): string => {
    if (keys === null) return say('everything')
    const rest = keys.length - mostKeys
    return `${keys.slice(0, mostKeys).join(' · ')}${rest > 0 ? ` + ${rest} ${say('more')}` : ''}`
  }
  const rows = purges.map(({ at, keys, pages, lagMs }) => [
    told(keys),
    format.number(pages),
    format.duration(lagMs),
    format.moment(at),
  ])
  const columns = ['touched', 'dropped', 'lag', 'time'] as const
  return <Table say={say} title="purges" columns={columns} rows={rows} />
}

type Word = keyof typeof statusWords
type TableProps = Pick<Spoken, 'say'> & {
  title: Word
  columns: readonly Word[]
  /** As many cells in each as there are columns. */
  rows: readonly (readonly string[])[]
}

function Table({ say, title, columns, rows }: TableProps) {
  return (
    <section className={styles.section}>
      <h2>{say(title)}</h2>
      {rows.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once, and two may be alike
              <tr key={index}>
                {columns.map((column, at) => (
                  <td key={column}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
