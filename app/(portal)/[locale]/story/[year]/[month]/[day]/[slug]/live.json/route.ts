import { answerNoteHeader, encodeAnswerNote } from '@/lib/answer-note.ts'
import { readLiveNews } from '@/lib/reading/index.ts'
import { placeOf, type StoryParts } from '../place.ts'

type Context = { params: Promise<StoryParts> }

/** What open pages of a live story ask every few seconds: which entries there are (`LiveNews`). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { path } = await placeOf(params)
  const news = await readLiveNews(path)
  if (!news) return new Response(null, { status: 404 })
  return new Response(JSON.stringify(news.page), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'X-Robots-Tag': 'noindex',
      [answerNoteHeader]: encodeAnswerNote({ status: 200, keys: news.keys }),
    },
  })
}
