import { card, render } from '../../__tests__/unit/render.tsx'
import type { Language } from '../../lib/languages.ts'
import type { StoryCard } from '../../lib/reading/types.ts'
import { Meta } from './parts.tsx'

const line = (told: Partial<StoryCard>, language: Language = 'en') =>
  render(<Meta story={{ ...card, alsoIn: [], ...told }} />, language)

describe('line of facts on a card', () => {
  it('says nothing of the format of a plain story', () => {
    expect(line({})).toBe('<p class="meta">5 min read</p>')
  })

  it('names the format of any other, in the reader’s language and once', () => {
    const essay = { format: 'photo-essay', hasGallery: true } as const
    expect(line(essay)).toBe('<p class="meta">5 min read · photo essay</p>')
    expect(line(essay, 'zh')).toBe('<p class="meta">阅读约5分钟 · 图集</p>')
  })

  it('calls live what goes on, and what is over by another name', () => {
    expect(line({ format: 'live', isGoingOn: true })).toContain(' · live<')
    expect(line({ format: 'live' })).toContain(' · as it happened<')
    expect(line({ format: 'live' }, 'zh')).toContain(' · 直播回顾<')
  })
})
