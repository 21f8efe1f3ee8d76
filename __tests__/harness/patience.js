import { jest } from '@jest/globals'

// Processes, a database and a browser take longer than jest's 5 s, above all on a busy machine. jest
// takes `testTimeout` from the top of its configuration only, where it would also be the unit tests'.
jest.setTimeout(120_000)
