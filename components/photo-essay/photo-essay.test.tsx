import { picture, render } from '../../__tests__/unit/render.tsx'
import type { BodyPart } from '../../lib/reading/types.ts'
import { PhotoEssay } from './photo-essay.tsx'

const shown = (id: number): BodyPart => ({
  kind: 'picture',
  picture: { ...picture, id, stem: `p${id}` },
  wide: id === 3,
})
const words: BodyPart = {
  kind: 'paragraph',
  children: [{ kind: 'text', text: 'Fog.', bold: false, italic: false }],
}

describe('photo essay', () => {
  const html = render(
    <PhotoEssay lead={picture} parts={[shown(2), words, shown(3)]} opening="Chongqing - " />,
  )

  it('numbers its pictures from the lead on, and credits each', () => {
    const places = [...html.matchAll(/>(\d \/ \d)</g)].map(([, place]) => place)
    expect(places).toEqual(['1 / 3', '2 / 3', '3 / 3'])
    expect(html.match(/<small>Illustration: iChongqing<\/small>/g)).toHaveLength(3)
  })

  it('leads without script from each picture to its largest file', () => {
    const links = [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)
    expect(links).toEqual([
      '/media/12-9f8e7d6c/whole-1920.jpg',
      '/media/p2/whole-1920.jpg',
      '/media/p3/whole-1920.jpg',
    ])
  })

  it('keeps the lightbox closed until script opens it', () => {
    expect(html).toMatch(/<dialog(?![^>]* open)/)
  })

  it('sets the dateline before the first paragraph', () => {
    expect(html).toContain('<p>Chongqing - Fog.</p>')
  })
})
