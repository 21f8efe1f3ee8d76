import type { Run } from './run.ts'

/** Sections, series, topics and people. */
export async function loadTaxonomies(run: Run): Promise<void> {
  const { edition, known } = run
  for (const { slug, name, description, colour } of edition.sections)
    known.sections.set(
      slug,
      await run.ensure('sections', { slug }, { accent: colour ?? 'ink' }, { name, description }),
    )
  for (const { slug, name, description, colour } of edition.series)
    known.series.set(
      slug,
      await run.ensure('series', { slug }, { accent: colour ?? 'ink' }, { name, description }),
    )
  for (const { slug, name, description } of edition.topics)
    known.topics.set(slug, await run.ensure('topics', { slug }, {}, { name, description }))
  for (const { slug, name, position, bio } of edition.people)
    known.people.set(slug, await run.ensure('people', { slug }, {}, { name, position, bio }))
}
