import { readLine } from '../../../edge/database/postgres-log.ts'

describe('a line of PostgreSQL', () => {
  it.each([
    ['LOG:  checkpoint starting: time', 'debug', 'checkpoint starting: time'],
    ['WARNING:  out of shared memory', 'warn', 'out of shared memory'],
    ['ERROR:  duplicate key value', 'error', 'duplicate key value'],
    [
      'FATAL:  the database system is shutting down',
      'debug',
      'the database system is shutting down',
    ],
    ['ERROR:  canceling autovacuum task', 'debug', 'canceling autovacuum task'],
    [
      'ERROR:  canceling statement due to statement timeout',
      'debug',
      'canceling statement due to statement timeout',
    ],
    [
      'ERROR:  canceling statement due to user request',
      'error',
      'canceling statement due to user request',
    ],
    ['\tcontinued', 'debug', '\tcontinued'],
  ])('%s is logged as it is meant', (line, level, text) => {
    expect(readLine(line)).toEqual({ level, text })
  })
})
