import { isatty } from 'node:tty'
import pino, { type Logger } from 'pino'
import { z } from 'zod'

const record = z.looseObject({
  level: z.number(),
  time: z.number(),
  msg: z.string().optional(),
  part: z.string().optional(),
  err: z.object({ message: z.string(), stack: z.string().optional() }).optional(),
})

const colours: Record<string, number> = {
  trace: 90,
  debug: 90,
  info: 36,
  warn: 33,
  error: 31,
  fatal: 31,
}
const known = ['level', 'time', 'msg', 'part', 'err', 'pid', 'hostname']

/** One record of the log as a line for people: `10:24:07 warn  renderer  It was restarted  restarts=2`. */
export function readable(json: string, colour: boolean): string {
  const { time, msg = '', part, err, ...rest } = record.parse(JSON.parse(json))
  const level = pino.levels.labels[rest.level] ?? String(rest.level)
  const code = colours[level]
  const mark =
    colour && code !== undefined ? `\x1b[${code}m${level.padEnd(5)}\x1b[0m` : level.padEnd(5)
  const facts = Object.entries(rest)
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const clock = new Date(time).toTimeString().slice(0, 8)
  const words = [clock, mark, ...(part ? [part] : []), msg, ...facts].join('  ')
  return err ? `${words}\n${err.stack ?? err.message}\n` : `${words}\n`
}

/**
 * The log of the running portal, on standard error: lines for people on a terminal, else a JSON object a
 * line. Standard output is left to the steps of the start, so that each stream is of one kind.
 */
export function makeLog(level: string): Logger {
  const options = { level, base: null, serializers: { err: pino.stdSerializers.err } }
  const destination = pino.destination({ dest: 2, sync: true })
  if (!isatty(2)) return pino(options, destination)
  const colour = !process.env.NO_COLOR
  return pino(options, {
    write: (json: string) => void process.stderr.write(readable(json, colour)),
  })
}
