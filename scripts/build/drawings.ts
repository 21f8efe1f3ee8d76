import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

const options = (root: string) =>
  ({
    absWorkingDir: root,
    entryPoints: [join(root, 'lib', 'drawings', 'worker.ts')],
    outfile: join(root, '.build', 'drawings', 'worker.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // @vercel/og finds its WebAssembly beside itself, sharp its library, the fonts are read as files.
    packages: 'external',
    logLevel: 'error',
  }) as const satisfies BuildOptions

/** Bundles the thread that draws. Next's own bundler would part @vercel/og from its files. */
export async function buildDrawings(root: string): Promise<void> {
  const { build } = await import('esbuild')
  mkdirSync(join(root, '.build', 'drawings'), { recursive: true })
  await build(options(root))
}
