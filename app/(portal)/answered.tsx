import type { ReactNode } from 'react'
import type { Thing } from 'schema-dts'
import { PageFrame } from '@/components/frame/page-frame.tsx'
import { StructuredData } from '@/components/head/structured-data.tsx'
import { Words } from '@/i18n/words.tsx'
import { type AnswerNote, answerNoteName, encodeAnswerNote } from '@/lib/answer-note.ts'
import type { Language } from '@/lib/languages.ts'
import { readSite } from '@/lib/reading/index.ts'
import type { SwitchTarget } from '@/lib/reading/types.ts'

type Props = {
  language: Language
  path: string
  switches: readonly SwitchTarget[]
  /** Of all that the page shows. */
  keys: readonly string[]
  status?: AnswerNote['status']
  /** Seconds for which it is fresh at most; else as long as others of its kind. */
  freshSeconds?: number | undefined
  within?: string
  /** What the page is about, for search engines. */
  structured?: readonly Thing[]
  children: ReactNode
}

/** A page in its frame, with the note from which the edge takes status and surrogate keys. */
export async function Answered(props: Props) {
  const { language, path, switches, keys, status = 200, within, structured, children } = props
  const { freshSeconds } = props
  const site = await readSite(language)
  const note = {
    status,
    keys: [...new Set(keys)].sort(),
    ...(freshSeconds !== undefined && { freshSeconds }),
  }
  return (
    <Words language={language}>
      <PageFrame
        site={site}
        language={language}
        path={path}
        switches={switches}
        {...(within && { within })}
      >
        <meta name={answerNoteName} content={encodeAnswerNote(note)} />
        {children}
        {structured && <StructuredData things={structured} />}
      </PageFrame>
    </Words>
  )
}

/** An address that has moved: the edge makes a redirect of it. */
export function Moved({ to, keys }: { to: string; keys: readonly string[] }) {
  const note: AnswerNote = { status: 301, keys, location: to }
  return <meta name={answerNoteName} content={encodeAnswerNote(note)} />
}
