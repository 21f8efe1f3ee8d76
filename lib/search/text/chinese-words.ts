const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of Chinese as ICU's dictionary has them; what is not Chinese is passed over. */
export const chineseWords = (text: string): string[] =>
  [...segmenter.segment(text)]
    .map(({ segment }) => segment)
    .filter((segment) => /^\p{Script=Han}+$/u.test(segment))
