/** Words that every English text holds; asked beside others, they tell nothing. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an and are as at be but by for from had has have he her his how i if in into is it its me my no
  not of on or our she so than that the their them then there these they this to was we were what when
  where which who why will with you your 的 了 在 是 和 与 及`.split(/\s+/),
)
