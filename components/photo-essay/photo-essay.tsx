import type { DetailedHTMLProps, HTMLAttributes, ReactNode } from 'react'
import type { Picture } from '../../lib/pictures.ts'
import type { BodyPart } from '../../lib/reading/types.ts'
import { sequence } from '../sequence.ts'
import bodyStyles from '../story/body.module.css'
import { Body } from '../story/body.tsx'
import { EssayPicture } from './essay-picture.tsx'
import { Lightbox } from './lightbox.tsx'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** `enhance/photo-essay.ts` */
      'photo-essay': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>
    }
  }
}

type Props = {
  /** The picture at the head of the story: the first of the essay. */
  lead: Picture | null
  parts: readonly BodyPart[]
  /** Set before the first paragraph's text. */
  opening?: ReactNode
}

/** A story told by its pictures, one after another and as wide as the window, with text between them. */
export function PhotoEssay({ lead, parts, opening }: Props) {
  const pictures = parts.filter(({ kind }) => kind === 'picture')
  const count = pictures.length + (lead ? 1 : 0)
  const first = parts.find(({ kind }) => kind === 'paragraph')
  const show = (part: BodyPart): ReactNode =>
    part.kind === 'picture' ? (
      <EssayPicture
        picture={part.picture}
        wide={part.wide}
        place={pictures.indexOf(part) + (lead ? 2 : 1)}
        count={count}
      />
    ) : (
      <Body parts={[part]} opening={part === first ? opening : undefined} />
    )
  return (
    <photo-essay>
      {lead && <EssayPicture picture={lead} wide place={1} count={count} priority />}
      <div className={`${bodyStyles.body} essay-body`}>{sequence(parts.map(show))}</div>
      <Lightbox />
    </photo-essay>
  )
}
