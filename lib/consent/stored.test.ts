import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { choices } from '../../enhance/comfort-choices.ts'
import { setCookie, stored } from './stored.ts'

const enhance = path.resolve(import.meta.dirname, '../../enhance')
const texts = readdirSync(enhance, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(enhance, file), 'utf8'))

describe('what is kept in a browser', () => {
  it('by the portal’s own script is in the table, under its name', () => {
    const used = texts
      .flatMap((text) => [...text.matchAll(/(?:kept|getItem|setItem)\(\s*'([^']+)'/g)])
      .map(([, name]) => name)
    const names: string[] = Object.values(stored).map(({ name }) => name)
    expect(used.filter((name) => !names.includes(name ?? ''))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(Object.keys(choices)))
  })

  it('is a first-party cookie with the life of the table, Secure on https alone', () => {
    expect(setCookie('consent', 'v', true)).toBe(
      'portal_consent=v; Max-Age=15552000; Path=/; SameSite=Lax; Secure',
    )
    expect(setCookie('language', 'zh', false)).toBe(
      'NEXT_LOCALE=zh; Max-Age=31536000; Path=/; SameSite=Lax',
    )
  })
})
