import type { Logger } from 'pino'
import { secretsOf } from '../../lib/secrets.ts'
import type { Settings } from '../../lib/settings.ts'
import { makeLog } from './log.ts'
import { settingsOfProcess } from './read-settings.ts'
import { listenForStop, type Stopping } from './stopping.ts'

export type Progress = (detail: string) => void

/** Says what a command is at; made in `steps.mjs`. */
export type Steps = {
  /** Does a piece of work under a name; prints how long it took and what `note` makes of its result. */
  run<T>(
    name: string,
    work: (progress: Progress) => Promise<T>,
    note?: (result: T) => string,
  ): Promise<T>
  note(line: string): void
  fail(message: string): void
}

/** One run of a command. */
export type Session = {
  root: string
  args: readonly string[]
  settings: Settings
  steps: Steps
  log: Logger
  stopping: Stopping
  /** Registers what must be ended, after everything that was registered later. */
  atEnd(close: (leftMs: number) => Promise<void> | void): void
  close(): Promise<void>
}

export type Command = (session: Session) => Promise<void>

/** @throws {PlainError} when a setting is wrong. */
export function openSession(root: string, args: readonly string[], steps: Steps): Session {
  const stopping = listenForStop()
  const settings = settingsOfProcess(root)
  const log = makeLog(settings.logLevel)
  const ends: ((leftMs: number) => Promise<void> | void)[] = []
  return {
    root,
    args,
    settings,
    steps,
    log,
    stopping,
    atEnd: (end) => void ends.push(end),
    close: async () => {
      for (const end of ends.reverse()) {
        try {
          await end(stopping.leftMs())
        } catch (error) {
          log.error({ err: error }, 'Something did not end in order')
          process.exitCode = 1
        }
      }
    },
  }
}

/** The environment of everything that opens the newsroom (`newsroom/environment.ts`). */
export function newsroomEnvironment(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataDir,
    SITE_URL: settings.siteUrl,
    PAYLOAD_SECRET: secretOf(settings),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

export const secretOf = (settings: Settings): string =>
  settings.secret ?? secretsOf(settings.dataDir).payloadSecret
