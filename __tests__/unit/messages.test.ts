import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { languageCodes } from '../../lib/languages.ts'

const root = path.resolve(import.meta.dirname, '../..')
type Tree = { [key: string]: string | Tree }

/** `card.minutes` → its text. */
function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
}

const messages = languageCodes.map((language) => {
  const text = readFileSync(path.join(root, 'messages', `${language}.json`), 'utf8')
  return { language, strings: new Map(flat(JSON.parse(text) as Tree)) }
})

/** Names of ICU arguments and of tags, without the words inside plurals. */
const argumentsOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, name, tag]) => name ?? `<${tag}>`).sort()

const sources = ['app', 'components', 'edge', 'lib', 'newsroom'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test|\.d)\.tsx?$/.test(file))
    .map((file) => ({ room, text: readFileSync(path.join(root, room, file), 'utf8') })),
)

/** `card.minutes` for `t('minutes')` in a file that asks for the namespace `card`. */
const used = new Set(
  sources.flatMap(({ text }) => {
    const spaces = text.matchAll(/(?:Translations\(|namespace:\s*)'([\w.]+)'/g)
    const keys = [...text.matchAll(/\bt\w*(?:\.\w+)?\(\s*'([\w.]+)'/g)]
    return [...spaces].flatMap(([, space]) => keys.map(([, key]) => `${space}.${key}`))
  }),
)

/** The edge reads its strings without next-intl, each by its name. */
const edge = sources.filter(({ room }) => room === 'edge').map(({ text }) => text)
const namedByTheEdge = (key: string): boolean => {
  const name = new RegExp(`\\b${key.split('.').at(-1)}\\b`)
  return key.startsWith('edgeErrors.') && edge.some((text) => name.test(text))
}

describe('interface strings', () => {
  const [first, ...others] = messages

  it.each(others)('are all there in $language, and no more', ({ strings }) => {
    expect([...strings.keys()].sort()).toEqual([...(first?.strings.keys() ?? [])].sort())
  })

  it.each(others)('take the same arguments in $language', ({ strings }) => {
    const taken = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, argumentsOf(text)]))
    expect(taken(strings)).toEqual(taken(first?.strings ?? new Map()))
  })

  it.each(messages)('say something in $language', ({ strings }) => {
    expect([...strings].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('are all used somewhere', () => {
    const keys = [...(first?.strings.keys() ?? [])]
    expect(keys.filter((key) => !used.has(key) && !namedByTheEdge(key))).toEqual([])
  })
})
