import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BuildOptions, BuildResult } from 'esbuild'

/** Loaded when there is something to build: a start that only serves need not wait for it. */
const esbuild = () => import('esbuild')

/** What of the portal runs in a browser: one module, named by its content. */
const optionsFor = (root: string): BuildOptions & { metafile: true } => ({
  entryPoints: { portal: join(root, 'enhance', 'index.ts') },
  absWorkingDir: root,
  outdir: join(root, '.build', 'enhance'),
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
  metafile: true,
})

/**
 * Bundles `enhance/index.ts` to `.build/enhance/portal-<hash>.js`, and names it in `manifest.json`.
 * Modules of earlier builds stay until then: pages that hold their names may still be open.
 */
export async function buildEnhance(root: string): Promise<void> {
  const { build, stop } = await esbuild()
  const folder = join(root, '.build', 'enhance')
  mkdirSync(folder, { recursive: true })
  const name = nameModule(root, await build(optionsFor(root)))
  // Its helper process would stay as long as the portal.
  await stop()
  for (const file of readdirSync(folder))
    if (file !== name && file.endsWith('.js')) rmSync(join(folder, file))
}

/** The same again whenever a source changes, for development. @returns What ends it. */
export async function watchEnhance(root: string): Promise<() => Promise<void>> {
  const { context } = await esbuild()
  const options = optionsFor(root)
  const naming = {
    name: 'manifest',
    setup: (build: { onEnd(done: (result: BuildResult) => void): void }) =>
      build.onEnd((result) => {
        if (result.metafile) nameModule(root, { metafile: result.metafile })
      }),
  }
  const watching = await context({ ...options, plugins: [naming] })
  await watching.rebuild()
  await watching.watch()
  return () => watching.dispose()
}

function nameModule(
  root: string,
  { metafile }: Pick<BuildResult<{ metafile: true }>, 'metafile'>,
): string {
  const name = basename(Object.keys(metafile.outputs)[0] ?? '')
  const manifest = `${JSON.stringify({ module: `/enhance/${name}` })}\n`
  writeFileSync(join(root, '.build', 'enhance', 'manifest.json'), manifest)
  return name
}
