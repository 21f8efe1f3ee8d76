import { launch } from './processes.ts'

/** Taking the sample edition out of an empty newsroom makes the newsroom, and lets it stay empty. */
export async function make(dataDir: string): Promise<void> {
  const filling = launch({ args: ['--sample', '--remove'], env: { DATA_DIR: dataDir } })
  if ((await filling.ended) !== 0) throw new Error(filling.output())
}
