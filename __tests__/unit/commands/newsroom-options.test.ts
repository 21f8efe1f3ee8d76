import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { newsroomOptions } from '../../../scripts/start/bundle.mjs'

/** Every package of Lexical that is installed and may be imported by its name alone. */
const packages = [
  'lexical',
  ...readdirSync(path.resolve('node_modules/@lexical')).map((name) => `@lexical/${name}`),
].filter((name) => {
  const file = path.resolve('node_modules', name, 'package.json')
  return '.' in JSON.parse(readFileSync(file, 'utf8')).exports
})

/** The files that Node takes for them. */
const resolved = (options: readonly string[]): string[] => {
  const program = `console.log(JSON.stringify(${JSON.stringify(packages)}.map((name) => import.meta.resolve(name))))`
  const args = [...options, '--input-type=module', '--eval', program]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

/** Those wait at their top level for another module. */
const waiting = (files: readonly string[]) => files.filter((file) => file.endsWith('.node.mjs'))

it('picks modules of Lexical that do not wait for others while they load', () => {
  expect(waiting(resolved([]))).not.toEqual([])
  expect(waiting(resolved(newsroomOptions))).toEqual([])
})

it('is how npm runs the program that opens the newsroom', () => {
  const { scripts } = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8'))
  expect(scripts.migration).toContain(`node ${newsroomOptions.join(' ')} scripts/run.mjs`)
})
