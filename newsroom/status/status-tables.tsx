import type { EdgeStatus } from '../../lib/edge-status.ts'
import styles from './status.module.css'
import type { Spoken } from './status-figures.tsx'

const mostKeys = 3

/** The pages that took longest to render. */
export function SlowTable({ slowest, say, format }: Spoken & { slowest: EdgeStatus['slowest'] }) {
  return (
    <section className={styles.section}>
      <h2>{say('slowest')}</h2>
      {slowest.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('page')}</th>
              <th scope="col">{say('duration')}</th>
              <th scope="col">{say('time')}</th>
            </tr>
          </thead>
          <tbody>
            {slowest.map(({ at, ms, path }) => (
              <tr key={`${at} ${path}`}>
                <td>{path}</td>
                <td>{format.duration(ms)}</td>
                <td>{format.moment(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What was changed last, and how soon readers saw it. */
export function PurgeTable({ purges, say, format }: Spoken & { purges: EdgeStatus['purges'] }) {
  const told = (keys: readonly string[] | null): string => {
    if (keys === null) return say('everything')
    const rest = keys.length - mostKeys
    return `${keys.slice(0, mostKeys).join(' · ')}${rest > 0 ? ` + ${rest} ${say('more')}` : ''}`
  }
  return (
    <section className={styles.section}>
      <h2>{say('purges')}</h2>
      {purges.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('touched')}</th>
              <th scope="col">{say('dropped')}</th>
              <th scope="col">{say('lag')}</th>
              <th scope="col">{say('time')}</th>
            </tr>
          </thead>
          <tbody>
            {purges.map(({ at, keys, pages, lagMs }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once, and two may be alike
              <tr key={index}>
                <td>{told(keys)}</td>
                <td>{format.number(pages)}</td>
                <td>{format.duration(lagMs)}</td>
                <td>{format.moment(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
