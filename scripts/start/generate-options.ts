import { parseArgs } from 'node:util'
import { PlainError } from '../../lib/plain-error.ts'

export type GenerateOptions = {
  /** How many generated stories there are to be, 1 to 1,000,000. */
  stories: number
  seed: number
  /** Also into a database with stories of the newsroom's own. */
  sure: boolean
}

const usage = 'such as: npm run generate -- --stories 10000 (also --seed 7, --yes)'

/** @throws {PlainError} when an option is unknown or no whole number. */
export function readGenerateOptions(args: readonly string[]): GenerateOptions {
  const { stories, seed, yes } = parse(args)
  return {
    stories: wholeNumber('--stories', stories, 1_000_000),
    seed: seed === undefined ? 1 : wholeNumber('--seed', seed, 2 ** 31 - 1),
    sure: yes === true,
  }
}

function parse(args: readonly string[]) {
  try {
    const options = {
      stories: { type: 'string' },
      seed: { type: 'string' },
      yes: { type: 'boolean' },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}; ${usage}`)
  }
}

function wholeNumber(name: string, value: string | undefined, most: number): number {
  const number = /^\d+$/.test(value ?? '') ? Number(value) : 0
  if (number >= 1 && number <= most) return number
  throw new PlainError(`${name} wants a whole number from 1 to ${most}, ${usage}`)
}
