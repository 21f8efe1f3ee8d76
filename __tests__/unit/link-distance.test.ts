import { mostInMonth, mostOnPage } from '../../lib/archive/page-size.ts'

/*
 * How far a story can be from the front page, whatever the number of stories: the foot of every page
 * leads to the archive (1), that to each month that holds stories (2), a month to its stories (3), or
 * where it holds more than its page shows to its days (3), and a day to its stories (4). A day that holds more
 * than a page takes one link more for each further page.
 */
function linksTo(storyOfDay: number, storiesOfMonth: number): number {
  if (storiesOfMonth <= mostInMonth) return 3
  return 4 + Math.floor((storyOfDay - 1) / mostOnPage)
}

/** Stories of a language, evenly over the years in which the generator tells them. */
function farthest(stories: number, years = 15): number {
  const ofLanguage = Math.ceil(stories / 2)
  const ofMonth = Math.ceil(ofLanguage / (years * 12))
  // No day of the generated portals holds more than three times the mean.
  const ofDay = Math.ceil((ofLanguage / (years * 365)) * 3)
  return linksTo(Math.min(ofDay, ofMonth), ofMonth)
}

describe('every story is at most four links from the front page', () => {
  it.each([
    [1000, 3],
    [10_000, 3],
    [100_000, 4],
  ])('with %d stories: %d', (stories, links) => {
    expect(farthest(stories)).toBe(links)
  })
})
