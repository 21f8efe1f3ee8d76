import { readFileSync } from 'node:fs'

/*
 * Imported into the processes of a portal by NODE_OPTIONS: their clock is ahead of the machine's by as many ms as the file that
 * CLOCK names says, which may change at any time. What counts on from a moment (performance.now, timers) goes
 * on as before, as it does when the clock of a machine is set.
 */
const file = process.env.CLOCK ?? ''
const machine = Date
/** ms between two looks into the file. */
const blink = 20

let ahead = 0
let lookedAt = Number.NEGATIVE_INFINITY

function now() {
  if (performance.now() - lookedAt > blink) {
    lookedAt = performance.now()
    try {
      ahead = Number(readFileSync(file, 'utf8'))
    } catch {
      // Until it is written, the clock is right.
    }
  }
  return machine.now() + ahead
}

globalThis.Date = new Proxy(machine, {
  construct: (target, given, self) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, self),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
