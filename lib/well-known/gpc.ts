/** The day since which the portal honours the signal as it does now. */
const lastUpdate = '2026-11-24'

/** Global Privacy Control (W3C, GPC support resource): the signal is honoured. */
export const gpcSupport = (): string => `${JSON.stringify({ gpc: true, lastUpdate })}\n`
