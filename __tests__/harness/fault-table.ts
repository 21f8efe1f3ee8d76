/** What a fault did to readers, and how long it took to heal. */
export type FaultRow = {
  fault: string
  /** Requests for kept pages meanwhile, and those of them that were not answered with 200. */
  requests: number
  failed: number
  /** ms from when the cause was there (or, where the portal cannot end it, was gone) until pages are made and saves are taken again. */
  healedAfter: number | null
}

const rows: FaultRow[] = []
export const noteFaultRow = (row: FaultRow): void => void rows.push(row)

/** `FAULT_TABLE=1`: prints what was measured, as lines of a table in Markdown; standard output is jest's own JSON. */
export function printFaultTable(): void {
  if (process.env.FAULT_TABLE !== '1') return
  const lines = rows.map(({ fault, requests, failed, healedAfter }) => {
    const seconds = healedAfter === null ? '–' : (healedAfter / 1000).toFixed(1)
    return `| ${fault} | ${requests} | ${failed} | ${seconds} |`
  })
  const head =
    '| what was broken | readers’ requests | failed | healed after, s |\n| --- | --- | --- | --- |'
  process.stderr.write(`\n${head}\n${lines.join('\n')}\n`)
}
