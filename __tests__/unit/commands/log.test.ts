import { readable } from '../../../scripts/start/log.ts'

describe('the log on a terminal', () => {
  const time = new Date(2026, 10, 24, 9, 5, 3).getTime()

  it('says time, level, part, words and facts in one line', () => {
    const record = { level: 40, time, part: 'renderer', msg: 'It was restarted', restarts: 2 }
    expect(readable(JSON.stringify(record), false)).toBe(
      '09:05:03  warn   renderer  It was restarted  restarts=2\n',
    )
  })

  it('shows where an error came from', () => {
    const err = { message: 'No', stack: 'Error: No\n    at here' }
    expect(readable(JSON.stringify({ level: 50, time, msg: 'Failed', err }), false)).toBe(
      '09:05:03  error  Failed\nError: No\n    at here\n',
    )
  })
})
