/**
 * @typedef {{ (detail: string): void }} Progress Tells how far a step is: `12 of 44`.
 * @typedef {{
 *   run<T>(name: string, work: (progress: Progress) => Promise<T>, note?: (result: T) => string): Promise<T>,
 *   note(line: string): void,
 *   fail(message: string): void,
 * }} Steps
 */

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** How often progress is told where lines cannot be overwritten, ms. */
const patience = 10_000

/**
 * Says what a command is doing, a line for each step with how long it took, and the progress of the one
 * under way: in place on a terminal, else in a line every ten seconds.
 * @param {NodeJS.WriteStream} out
 * @returns {Steps}
 */
export function makeSteps(out) {
  const terminal = out.isTTY === true
  const paint = (code, text) =>
    terminal && !process.env.NO_COLOR ? `\x1b[${code}m${text}\x1b[0m` : text
  const line = (mark, name, rest) => out.write(`${mark} ${name.padEnd(15)} ${rest}\n`)
  const erase = () => terminal && out.write('\r\x1b[K')
  /** Steps under way; the one that began last tells its progress. */
  const underWay = []

  return {
    async run(name, work, note) {
      const began = performance.now()
      let detail = ''
      let toldAt = began
      const self = Symbol(name)
      underWay.push(self)
      const tell = () => {
        if (underWay.at(-1) !== self) return
        if (terminal) {
          const text = `… ${name.padEnd(15)} ${seconds(began)}  ${detail}`
          out.write(`\r\x1b[K${text.slice(0, (out.columns ?? 80) - 1)}`)
        } else if (performance.now() - toldAt >= patience) {
          toldAt = performance.now()
          line('…', name, `${seconds(began)}  ${detail}`)
        }
      }
      const ticking = setInterval(tell, terminal ? 100 : 1_000)
      try {
        const result = await work((text) => {
          detail = text
        })
        erase()
        line(
          paint(32, '✓'),
          name,
          `${seconds(began).padStart(7)}  ${note?.(result) ?? ''}`.trimEnd(),
        )
        return result
      } catch (error) {
        erase()
        throw error
      } finally {
        clearInterval(ticking)
        underWay.splice(underWay.indexOf(self), 1)
      }
    },
    note: (text) => void out.write(`  ${text}\n`),
    fail: (message) => void process.stderr.write(`${paint(31, '✗')} ${message}\n`),
  }
}
