import type { DateFieldValidation } from 'payload'
import { wordFor, words } from '../words.ts'

const missing = words('When was it?', '请填写时间。')
const ahead = words('This time is still to come.', '时间不能晚于现在。')

/** Clocks of editors' machines may be ahead of the server's by so much, ms. */
const leewayMs = 2 * 60_000

/** A time that is past: what is still to come would show nobody what was posted. */
export const validatePast: DateFieldValidation = (value, { req, required }) => {
  if (!value) return !required || wordFor(missing, req.i18n.language)
  const time = new Date(value).getTime()
  return time <= Date.now() + leewayMs || wordFor(ahead, req.i18n.language)
}
