import type { ReactNode } from 'react'
import styles from './view.module.css'

/** Facts that would stop the story's flow, in a box of their own. */
export function FactBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.box} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
