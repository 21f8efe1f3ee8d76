import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** schema.org's own vocabulary: types, their parents, and which properties take which types. */
type Vocabulary = {
  parents: ReadonlyMap<string, readonly string[]>
  domains: ReadonlyMap<string, readonly string[]>
  ranges: ReadonlyMap<string, readonly string[]>
}

let known: Vocabulary | undefined

function read(): Vocabulary {
  const module = createRequire(import.meta.url).resolve('@vocabulary/schema')
  const quads = readFileSync(path.join(path.dirname(module), 'schema.nq'), 'utf8')
  const tables = {
    subClassOf: new Map<string, string[]>(),
    domainIncludes: new Map<string, string[]>(),
    rangeIncludes: new Map<string, string[]>(),
  }
  const line =
    /^<http:\/\/schema\.org\/(\w+)> <[^>]*[/#](subClassOf|domainIncludes|rangeIncludes)> <http:\/\/schema\.org\/(\w+)>/gm
  for (const [, subject = '', relation, object = ''] of quads.matchAll(line)) {
    const table = tables[relation as keyof typeof tables]
    table.set(subject, [...(table.get(subject) ?? []), object])
  }
  return {
    parents: tables.subClassOf,
    domains: tables.domainIncludes,
    ranges: tables.rangeIncludes,
  }
}

const lineage = (vocabulary: Vocabulary, type: string): string[] => [
  type,
  ...(vocabulary.parents.get(type) ?? []).flatMap((parent) => lineage(vocabulary, parent)),
]

/**
 * What of a JSON-LD value is not schema.org's: unknown types, properties that a type does not have,
 * things of a type that a property does not take. Empty when all is well.
 */
export function vocabularyFaults(value: unknown, place = '$'): string[] {
  known ??= read()
  const vocabulary = known
  if (Array.isArray(value))
    return value.flatMap((entry, index) => vocabularyFaults(entry, `${place}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const {
    '@context': _,
    '@graph': graph,
    '@id': id,
    '@type': type,
    ...facts
  } = value as Record<string, unknown>
  if (graph !== undefined) return vocabularyFaults(graph, '$')
  if (type === undefined)
    return id !== undefined && Object.keys(facts).length === 0 ? [] : [`${place} has no type`]
  const types = lineage(vocabulary, String(type))
  if (types.length < 2) return [`${place} is of no known type: ${type}`]
  return Object.entries(facts).flatMap(([name, inner]) => {
    const here = `${place}.${name}`
    if (name === 'query-input' && types.includes('Action'))
      return isAskedFor(inner, facts.target) ? [] : [`${here} names nothing in the action's target`]
    const domain = vocabulary.domains.get(name)
    if (!domain?.some((owner) => types.includes(owner)))
      return [`${here} is no property of ${type}`]
    const range = vocabulary.ranges.get(name) ?? []
    const wrong = [inner].flat().flatMap((one: unknown) => {
      const innerType =
        typeof one === 'object' && one !== null && '@type' in one ? String(one['@type']) : null
      if (innerType === null) return []
      const fits = lineage(vocabulary, innerType).some((parent) => range.includes(parent))
      return fits ? [] : [`${here} takes no ${innerType}`]
    })
    return [...wrong, ...vocabularyFaults(inner, here)]
  })
}

/**
 * Whether an input of an action, which stands beside the vocabulary (https://schema.org/docs/actions.html),
 * is one that the address of its target has a place for.
 */
function isAskedFor(input: unknown, target: unknown): boolean {
  const name = /^required name=(\w+)$/.exec(String(input))?.[1]
  const { urlTemplate } = Object(target) as { urlTemplate?: unknown }
  return name !== undefined && String(urlTemplate).includes(`{${name}}`)
}
