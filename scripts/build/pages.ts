import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { PlainError, plainly } from '../../lib/plain-error.ts'
import { runTask } from '../start/children.ts'
import { hashSources } from '../start/sources.ts'
import { buildDrawings } from './drawings.ts'
import { buildEnhance } from './enhance.ts'
import { keepAssets } from './keep-assets.ts'

const stampFile = (root: string): string => join(root, '.build', 'stamp.json')
/** Written by Next when all else is. */
const buildId = (root: string): string => join(root, '.next', 'BUILD_ID')

/** Whether `.next` and `.build` were made of the sources as they are. */
export function isBuilt(root: string): boolean {
  if (!existsSync(buildId(root)) || !existsSync(stampFile(root))) return false
  const { sources } = JSON.parse(readFileSync(stampFile(root), 'utf8'))
  return sources === hashSources(root)
}

/**
 * Builds the thread that draws and the module and styles for browsers, then the pages (`next build`). The whole output goes to
 * `.build/build.log`.
 * @param onProgress Told what the build is at.
 * @returns What the build warns of; nothing, if all is well.
 * @throws {PlainError} with the end of the output, when it fails.
 */
export async function buildPortal(
  root: string,
  signal: AbortSignal,
  onProgress: (what: string) => void,
): Promise<string[]> {
  const log = join(root, '.build', 'build.log')
  try {
    mkdirSync(join(root, '.build'), { recursive: true })
    // Broken off half-way, there is no build; sources that change meanwhile make it stale.
    rmSync(stampFile(root), { force: true })
    keepAssets(root)
    rmSync(buildId(root), { force: true })
    const sources = hashSources(root)
    await buildDrawings(root)
    await buildEnhance(root)
    writeFileSync(log, '')
    const warnings: string[] = []
    await runTask({
      name: 'The build (all of its output is in .build/build.log)',
      args: [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
      root,
      env: environmentOfBuild(),
      signal,
      onLine: (line) => {
        appendFileSync(log, `${line}\n`)
        const text = stripVTControlCharacters(line).trim()
        if (/⚠|\bwarn(?:ing)?\b/i.test(text)) warnings.push(text)
        else if (/^[A-Z✓][\w\s✓().,/-]{5,80}/.test(text)) onProgress(text.replace(/^✓ /, ''))
      },
    })
    if (!existsSync(buildId(root)))
      throw new PlainError(
        'The build ended before it was complete; its output is in .build/build.log.',
      )
    writeFileSync(stampFile(root), `${JSON.stringify({ sources })}\n`)
    return warnings
  } catch (error) {
    throw plainly('The build cannot be written below the checkout', error)
  }
}

/** No setting of the portal goes into a build: one build serves every data folder and address. */
function environmentOfBuild(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env
  return { PATH, HOME, TMPDIR, LANG, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}
