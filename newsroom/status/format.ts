/** Numbers, sizes and times of the page about the portal, in a language of the newsroom. */
export function formats(language: string) {
  const tag = language.startsWith('zh') ? 'zh-CN' : 'en-GB'
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const moment = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  })
  return {
    number: (value: number): string => whole.format(value),
    /** @param all 0 gives a dash: nothing was asked for yet. */
    share: (part: number, all: number): string => (all === 0 ? '—' : share.format(part / all)),
    /** @param bytes in MB below 10 GB, in GB above */
    size: (bytes: number): string =>
      bytes < 10 * 1024 ** 3
        ? `${whole.format(bytes / 1024 ** 2)} MB`
        : `${whole.format(bytes / 1024 ** 3)} GB`,
    /** @param ms null: not known */
    duration: (ms: number | null): string => {
      if (ms === null) return '—'
      return ms < 1000 ? `${whole.format(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
    },
    /** By Chongqing's clock. */
    moment: (at: number | Date): string => moment.format(at),
  }
}
