import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BuildOptions, BuildResult } from 'esbuild'

/** Loaded when there is something to build: a start that only serves need not wait for it. */
const esbuild = () => import('esbuild')

const common = (root: string) =>
  ({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
  }) as const satisfies BuildOptions

/** What of the portal runs in a browser: one module, named by its content. */
const moduleOptions = (root: string) => ({
  ...common(root),
  entryPoints: { portal: join(root, 'enhance', 'index.ts') },
  outdir: join(root, '.build', 'enhance'),
  entryNames: '[name]-[hash]',
  format: 'esm' as const,
})

/** What has to run before anything is painted: the only script inside pages. */
const prePaintOptions = (root: string) => ({
  ...common(root),
  entryPoints: { 'pre-paint': join(root, 'enhance', 'pre-paint.ts') },
  outdir: join(root, '.build', 'enhance'),
  write: false as const,
  format: 'iife' as const,
})

/**
 * Bundles `enhance/index.ts` to `.build/enhance/portal-<hash>.js`, and writes its address and the text of
 * `enhance/pre-paint.ts` to `manifest.json`. Modules of earlier builds go: `keepAssets` has put them aside.
 */
export async function buildEnhance(root: string): Promise<void> {
  const { build, stop } = await esbuild()
  const folder = join(root, '.build', 'enhance')
  mkdirSync(folder, { recursive: true })
  const built = await build(moduleOptions(root))
  note(root, { module: addressOf(built.metafile) })
  note(root, { prePaint: textOf(await build(prePaintOptions(root))) })
  // Its helper process would stay as long as the portal.
  await stop()
  const name = basename(addressOf(built.metafile))
  for (const file of readdirSync(folder))
    if (file !== name && file.endsWith('.js')) rmSync(join(folder, file))
}

/** The same again whenever a source changes, for development. @returns What ends it. */
export async function watchEnhance(root: string): Promise<() => Promise<void>> {
  const { context } = await esbuild()
  const noting = (facts: (result: BuildResult) => Partial<Manifest>) => ({
    name: 'manifest',
    setup: (build: { onEnd(done: (result: BuildResult) => void): void }) =>
      build.onEnd((result) => {
        if (result.errors.length === 0) note(root, facts(result))
      }),
  })
  const watching = [
    await context({
      ...moduleOptions(root),
      plugins: [noting(({ metafile }) => (metafile ? { module: addressOf(metafile) } : {}))],
    }),
    await context({
      ...prePaintOptions(root),
      plugins: [noting((result) => ({ prePaint: textOf(result) }))],
    }),
  ]
  for (const one of watching) {
    await one.rebuild()
    await one.watch()
  }
  return async () => {
    for (const one of watching) await one.dispose()
  }
}

type Manifest = { module: string; prePaint: string }

const addressOf = (metafile: { outputs: Record<string, unknown> }): string =>
  `/enhance/${basename(Object.keys(metafile.outputs)[0] ?? '')}`

const textOf = ({ outputFiles }: BuildResult): string => outputFiles?.[0]?.text.trim() ?? ''

function note(root: string, facts: Partial<Manifest>): void {
  const file = join(root, '.build', 'enhance', 'manifest.json')
  const known: Partial<Manifest> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  mkdirSync(join(root, '.build', 'enhance'), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ ...known, ...facts })}\n`)
}
