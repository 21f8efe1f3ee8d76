import type { ReactNode } from 'react'
import type { Inline } from '../../lib/reading/types.ts'
import { unreachable } from '../../lib/urls.ts'
import { sequence } from '../sequence.ts'

/** Text with its marks and links. */
export function InlineText({ parts }: { parts: readonly Inline[] }) {
  return sequence(parts.map(render))
}

function render(part: Inline): ReactNode {
  switch (part.kind) {
    case 'text': {
      const slanted = part.italic ? <em>{part.text}</em> : part.text
      return part.bold ? <strong>{slanted}</strong> : slanted
    }
    case 'link':
      return (
        <a href={part.href} rel={part.external ? 'external' : undefined}>
          <InlineText parts={part.children} />
        </a>
      )
    case 'break':
      return <br />
    default:
      return unreachable(part)
  }
}
