import type { NamedLink } from '../../lib/reading/types.ts'
import styles from '../lists/lists.module.css'

/** What a place of the archive is called, below the way to it. */
export function ArchiveHead({ title, way }: { title: string; way: readonly NamedLink[] }) {
  return (
    <header className={styles.head}>
      <div className="wrap">
        <div>
          <p className="kicker">
            {way.map(({ href, name }, index) => (
              <span key={href}>
                {index > 0 && ' · '}
                <a href={href}>{name}</a>
              </span>
            ))}
          </p>
          <h1>{title}</h1>
        </div>
      </div>
    </header>
  )
}
