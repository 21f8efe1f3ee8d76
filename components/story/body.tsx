import type { ReactNode } from 'react'
import type { BodyList, BodyPart, ListItem } from '../../lib/reading/types.ts'
import { unreachable } from '../../lib/urls.ts'
import { FactBox } from '../blocks/fact-box/view.tsx'
import { Gallery } from '../blocks/gallery/view.tsx'
import { PictureBlock } from '../blocks/picture/view.tsx'
import { PullQuote } from '../blocks/pull-quote/view.tsx'
import { Question } from '../blocks/question/view.tsx'
import { RelatedStory } from '../blocks/related-story/view.tsx'
import { Video } from '../blocks/video/view.tsx'
import { sequence } from '../sequence.ts'
import { InlineText } from './inline.tsx'

type Props = {
  parts: readonly BodyPart[]
  /** Set before the first paragraph's text. */
  opening?: ReactNode
}

/** The body of a story, page or fact box. */
export function Body({ parts, opening }: Props) {
  const first = parts.findIndex((part) => part.kind === 'paragraph')
  return sequence(parts.map((part, place) => render(part, place === first ? opening : undefined)))
}

function render(part: BodyPart, opening: ReactNode): ReactNode {
  switch (part.kind) {
    case 'paragraph':
      return (
        <p>
          {opening}
          <InlineText parts={part.children} />
        </p>
      )
    case 'heading': {
      const Heading = part.level === 2 ? 'h2' : 'h3'
      return (
        <Heading id={part.id}>
          <InlineText parts={part.children} />
        </Heading>
      )
    }
    case 'list':
      return <List list={part} />
    case 'quotation':
      return (
        <blockquote>
          <p>
            <InlineText parts={part.children} />
          </p>
        </blockquote>
      )
    case 'picture':
      return <PictureBlock picture={part.picture} wide={part.wide} />
    case 'gallery':
      return <Gallery title={part.title} pictures={part.pictures} />
    case 'pull-quote':
      return <PullQuote text={part.text} source={part.source} />
    case 'question':
      return <Question id={part.id} text={part.text} />
    case 'fact-box':
      return (
        <FactBox title={part.title}>
          <Body parts={part.body} />
        </FactBox>
      )
    case 'related-story':
      return <RelatedStory story={part.story} />
    case 'video':
      return <Video video={part.video} title={part.title} picture={part.picture} />
    default:
      return unreachable(part)
  }
}

function List({ list }: { list: BodyList }) {
  const Items = list.ordered ? 'ol' : 'ul'
  return <Items>{sequence(list.items.map(item))}</Items>
}

function item({ children, list }: ListItem): ReactNode {
  return (
    <li>
      <InlineText parts={children} />
      {list && <List list={list} />}
    </li>
  )
}
