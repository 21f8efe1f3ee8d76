/** What the scripts that open the newsroom tell the start, by `process.send`. */
export type Report = { done: number; total: number; what: string }

/** Told to whoever started this process; without one (run by hand) printed. */
export function report(done: number, total: number, what: string): void {
  const message: Report = { done, total, what }
  if (process.send) process.send(message)
  else console.log(`${done} of ${total}  ${what}`)
}
