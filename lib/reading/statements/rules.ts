/** The first value of every statement is the language that is read, as documents and as names have it. */
export const askedLanguage = '$1::text::enum_articles_language'
export const askedLocale = '$1::text::_locales'

/** What readers may see: the rule of `newsroom/access/permissions.ts`, in SQL. */
export const isLive = (story: string): string =>
  `${story}._status = 'published' and ${story}.published_at <= now()`

/** Which languages other than its own tell a story, as they may be seen. */
export const editionsOf = (story: string): string => `
  from articles e where e.translation_group = ${story}.translation_group
    and e.language <> ${story}.language and ${isLive('e')}`
