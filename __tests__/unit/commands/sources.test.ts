import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { hashSources, sourceFolders } from '../../../scripts/start/sources.ts'

const checkout = join(import.meta.dirname, '..', '..', '..')

describe('the hash of the sources', () => {
  let root: string
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sources-'))
    for (const folder of sourceFolders) mkdirSync(join(root, folder), { recursive: true })
    write('app/page.tsx', 'page')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it.each([
    ['a changed file', 'app/page.tsx'],
    ['a new file', 'messages/fr.json'],
    ['a new setting of the build', 'next.config.js'],
  ])('changes with %s', (_what, path) => {
    const before = hashSources(root)
    write(path, 'new')
    expect(hashSources(root)).not.toBe(before)
  })

  it.each([
    ['a test', 'app/page.test.tsx'],
    ['the edge, which is bundled at every start', 'edge/portal.ts'],
    ['a story', 'content/stories/en/hotpot.md'],
  ])('does not change with %s', (_what, path) => {
    const before = hashSources(root)
    write(path, 'new')
    expect(hashSources(root)).toBe(before)
  })

  it('knows every folder of the checkout', () => {
    const others = ['__tests__', 'content', 'coverage', 'data', 'deploy', 'docs', 'edge', 'public']
    const folders = readdirSync(checkout, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'scripts', ...others].includes(name))
    expect(folders.filter((name) => !sourceFolders.includes(name))).toEqual([])
  })
})
