/** ISO 8601 duration of whole seconds: `PT1M5S`. */
export function isoDuration(seconds: number): string {
  const whole = Math.round(seconds)
  return `PT${whole >= 60 ? `${Math.floor(whole / 60)}M` : ''}${whole % 60}S`
}

/** `1:05`, `1:00:05`. */
export function clockTime(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}
