import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BuildOptions, BuildResult, Metafile } from 'esbuild'

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

const moduleSource = 'enhance/index.ts'
/** Styles of what few pages show: these alone ask for them. */
const styleSources = {
  live: 'components/live/live.css',
  'photo-essay': 'components/photo-essay/photo-essay.css',
  'stored-table': 'components/consent/stored-table.css',
} as const

/** What of the portal goes to browsers past Next: one module, and styles; named by their content. */
const fileOptions = (root: string) => ({
  ...common(root),
  entryPoints: { portal: moduleSource, ...styleSources },
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
 * Bundles `enhance/index.ts` to `.build/enhance/portal-<hash>.js` and styles of few pages beside it, and writes their
 * addresses and the text of `enhance/pre-paint.ts` to `manifest.json`. Files of earlier builds go: `keepAssets` has put
 * them aside.
 */
export async function buildEnhance(root: string): Promise<void> {
  const { build, stop } = await esbuild()
  const folder = join(root, '.build', 'enhance')
  mkdirSync(folder, { recursive: true })
  const files = addressesOf((await build(fileOptions(root))).metafile)
  note(root, files)
  note(root, { prePaint: textOf(await build(prePaintOptions(root))) })
  // Its helper process would stay as long as the portal.
  await stop()
  const names = [files.module, ...Object.values(files.styles)].map((address) => basename(address))
  for (const file of readdirSync(folder))
    if (!names.includes(file) && /\.(?:js|css)$/.test(file)) rmSync(join(folder, file))
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
      ...fileOptions(root),
      plugins: [noting(({ metafile }) => (metafile ? addressesOf(metafile) : {}))],
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

type Addresses = { module: string; styles: Record<string, string> }
type Manifest = Addresses & { prePaint: string }

function addressesOf({ outputs }: Metafile): Addresses {
  const addressOf = (source: string) => {
    const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? []
    if (!file) throw new Error(`The build made nothing of ${source}`)
    return `/enhance/${basename(file)}`
  }
  const styles = Object.entries(styleSources).map(([name, source]) => [name, addressOf(source)])
  return { module: addressOf(moduleSource), styles: Object.fromEntries(styles) }
}

const textOf = ({ outputFiles }: BuildResult): string => outputFiles?.[0]?.text.trim() ?? ''

function note(root: string, facts: Partial<Manifest>): void {
  const file = join(root, '.build', 'enhance', 'manifest.json')
  const known: Partial<Manifest> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  mkdirSync(join(root, '.build', 'enhance'), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ ...known, ...facts })}\n`)
}
