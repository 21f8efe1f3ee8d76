import { enhancement, type StyleName } from './enhancement.ts'

/** Styles of what few pages show, after those of every page. Next would give them to all that might show it. */
export function OwnStyles({ of: name }: { of: StyleName }) {
  return <link rel="stylesheet" href={enhancement().styles[name]} precedence="own" />
}
