/** What a reader may choose, by its key in localStorage; anything else there is the page as it comes. */
export const choices = { theme: ['light', 'dark'], 'text-size': ['small', 'large'] } as const
export type Choice = keyof typeof choices

export const isChoice = (name: string): name is Choice => name in choices

/** Null also where the browser keeps nothing for this site. */
function kept(name: Choice): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Puts what is kept on `<html>` as `data-theme` and `data-text-size`, which `tokens.css` answers. */
export function applyChoices(): void {
  for (const name of Object.keys(choices) as Choice[]) apply(name, kept(name))
}

/** For this page alone. */
export function apply(name: Choice, value: string | null): void {
  const known = (choices[name] as readonly (string | null)[]).includes(value)
  document.documentElement.toggleAttribute(`data-${name}`, known)
  if (known) document.documentElement.setAttribute(`data-${name}`, value ?? '')
}
