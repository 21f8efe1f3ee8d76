import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { earlierBuilds } from '../../../lib/earlier-builds.ts'
import { keepAssets } from '../../../scripts/build/keep-assets.ts'

const root = mkdtempSync(join(tmpdir(), 'assets-'))
afterAll(() => rmSync(root, { recursive: true }))

const names = () => earlierBuilds(root).map((folder) => folder.split('/').at(-1))

function build(id: string): void {
  for (const folder of ['.next/static/chunks', '.build/enhance'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, '.next/BUILD_ID'), id)
  writeFileSync(join(root, '.next/static/chunks/style.css'), `.${id} {}`)
  writeFileSync(join(root, '.build/enhance/portal.js'), `// ${id}`)
}

it('a checkout that was never built has nothing to keep', () => {
  keepAssets(root)
  expect(names()).toEqual([])
})

it('assets of the last three builds are kept, those that were replaced first go first', () => {
  for (const [at, id] of ['one', 'two', 'three', 'four'].entries()) {
    build(id)
    keepAssets(root)
    utimesSync(join(root, '.build/assets', id), at, at)
  }
  expect(names().sort()).toEqual(['four', 'three', 'two'])
  const kept = join(root, '.build/assets/two')
  expect(readFileSync(join(kept, 'static/chunks/style.css'), 'utf8')).toBe('.two {}')
  expect(readFileSync(join(kept, 'enhance/portal.js'), 'utf8')).toBe('// two')
  // Built again: it is the newest now.
  build('two')
  keepAssets(root)
  build('five')
  keepAssets(root)
  expect(names().sort()).toEqual(['five', 'four', 'two'])
})
