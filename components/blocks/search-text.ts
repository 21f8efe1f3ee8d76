/**
 * What of a block is searched, beside a text of its own named `body`, which is read like the story's.
 * A block that does not do as most do says it in its folder (`search-text.ts`); `search-texts.ts` lists them.
 */
export type SearchText = {
  /** Words that count as the story's own. */
  body?: readonly unknown[]
  /** Words that stand under or beside something that is shown. */
  captions?: readonly unknown[]
  /** Numbers of pictures, whose captions are searched. */
  pictures?: unknown
}

export type SearchTextOf = (fields: Readonly<Record<string, unknown>>) => SearchText
