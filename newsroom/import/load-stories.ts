import { languageCodes } from '../../lib/languages.ts'
import { bodyOf } from './body-of.ts'
import type { Edition } from './folder.ts'
import { messageOf, need, type Run, storyKey } from './run.ts'

/** First every story as a draft, so that each can refer to each; then the texts, published. */
export async function loadStories(run: Run): Promise<void> {
  const { edition, known, task } = run
  const fresh: typeof edition.stories = []
  for (const story of edition.stories) {
    const { slug, language, matter } = story
    const key = storyKey(language, slug)
    const existing = await run.find('articles', { language, slug })
    const id = existing ?? (await draft(run, story))
    known.articles.set(key, id)
    if (existing === null) fresh.push(story)
    run.step(`story ${matter.headline}`)
  }
  for (const story of fresh) {
    const id = need(known.articles, storyKey(story.language, story.slug), 'story')
    const body = bodyOf(run, story.file, story.markdown, story.language)
    const data = { body, _status: 'published' } as never
    await task.payload
      .update({ collection: 'articles', id, data, depth: 0 })
      .catch((error: unknown) => {
        throw new Error(`${story.file}: ${messageOf(error)}`, { cause: error })
      })
    run.step(`story ${story.matter.headline}`)
  }
}

async function draft(run: Run, story: Edition['stories'][number]): Promise<number> {
  const { slug, language, matter, file } = story
  const { known } = run
  const other = languageCodes
    .filter((code) => code !== language)
    .map((code) => known.articles.get(storyKey(code, slug)))
    .find((id) => id !== undefined)
  try {
    return await run.ensure(
      'articles',
      { language, slug },
      {
        headline: matter.headline,
        kicker: matter.kicker,
        standfirst: matter.standfirst,
        dateline: matter.dateline,
        section: need(known.sections, matter.section, 'section'),
        series: matter.series ? need(known.series, matter.series, 'series') : undefined,
        topics: matter.topics.map((topic) => need(known.topics, topic, 'topic')),
        bylines: matter.people.map(({ person, role }) => ({
          person: need(known.people, person, 'person'),
          role,
        })),
        picture: need(known.media, matter.picture, 'picture'),
        publishedAt: matter.published,
        format: matter.format,
        coverageEndedAt: matter.coverageEnded,
        isReplay: matter.replay,
        recording: matter.film && need(known.recordings, matter.film, 'recording'),
        audio: matter.audio && need(known.recordings, matter.audio, 'recording'),
        socialTitle: matter.socialTitle,
        socialDescription: matter.socialDescription,
        translationOf: other,
        _status: 'draft',
      },
    )
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`, { cause: error })
  }
}
