import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')
/** One element with a text: there is nothing in it to render twice. */
const onServer = ['@/components/head/structured-data.tsx']

const views = new Set(
  readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(path.join(root, 'app', file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/from '(@\/components\/[^']+\.tsx)'/g)])
    .map(([, from]) => from ?? '')
    .filter((from) => !onServer.includes(from)),
)

it('renders the views of pages once: they are components of the client', () => {
  expect(views.size).toBeGreaterThan(15)
  const twice = [...views].filter(
    (from) => !readFileSync(path.join(root, from.slice(2)), 'utf8').startsWith("'use client'\n"),
  )
  expect(twice).toEqual([])
})
