import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstAccount } from './served-portal.ts'

/**
 * Origin of the portal under test, which holds the sample edition.
 * @throws {Error} outside the project `browser`, which starts it.
 */
export function portalUrl(): string {
  const url = process.env.TEST_PORTAL_URL
  if (!url) throw new Error('Run with --selectProjects browser: it starts the portal.')
  return url
}

export const portalDataDir = (): string => process.env.TEST_PORTAL_DATA_DIR ?? ''

/** Where it tells its metrics. */
export const portalMetricsUrl = (): string => process.env.TEST_PORTAL_METRICS_URL ?? ''

/** Of its database, for tests that look behind the scenes. */
export function portalDatabaseUrl(): string {
  const running = readFileSync(join(portalDataDir(), 'running.json'), 'utf8')
  const { databaseUrl }: { databaseUrl: string } = JSON.parse(running)
  return databaseUrl
}

export type Role = 'admin' | 'editor' | 'reporter'

export type Editor = {
  /** For a browser: the session's cookie. */
  cookie: { name: string; value: string; url: string }
  /** `fetch` as that editor; gives the answer's JSON. @throws {Error} when the answer is not 2xx. */
  send(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>
}

/** Signs in to the newsroom over HTTP; an account of that role is made when there is none. */
export async function editor(role: Role): Promise<Editor> {
  const admin = await signIn(firstAccount)
  if (role === 'admin') return admin
  const account = { email: `${role}@example.com`, password: firstAccount.password }
  const known = await admin.send('GET', `/api/users?where[email][equals]=${account.email}`)
  if (known.totalDocs === 0)
    await admin.send('POST', '/api/users', { ...account, name: `A ${role}`, role })
  return signIn(account)
}

async function signIn(account: { email: string; password: string }): Promise<Editor> {
  const { token } = await ask('POST', '/api/users/login', account)
  if (typeof token !== 'string') throw new Error('The newsroom gave no session')
  return {
    cookie: { name: 'payload-token', value: token, url: portalUrl() },
    send: (method, path, body) => ask(method, path, body, token),
  }
}

async function ask(
  method: string,
  path: string,
  body: unknown,
  token?: string,
): Promise<Record<string, unknown>> {
  const answer = await fetch(new URL(path, portalUrl()), {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  return JSON.parse(text)
}
