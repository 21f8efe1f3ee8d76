/** A word of the newsroom's own interface, in the languages that its screens speak. */
export type Words = { en: string; zh: string }

export const words = (en: string, zh: string): Words => ({ en, zh })

/** Picks the word for the language of a request; English when it is none of ours. */
export const wordFor = (choice: Words, language: string | undefined): string =>
  language?.startsWith('zh') ? choice.zh : choice.en
