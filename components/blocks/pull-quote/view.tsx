import { HeadlineText } from '../../headline-text.tsx'
import styles from './view.module.css'

type Props = { text: string; source: string | null }

/** A sentence lifted from the story; beside the text where there is room. */
export function PullQuote({ text, source }: Props) {
  return (
    <figure className={styles.quote}>
      <blockquote>
        <p>
          <HeadlineText>{text}</HeadlineText>
        </p>
      </blockquote>
      {source && <figcaption>{source}</figcaption>}
    </figure>
  )
}
