const firstPause = 30
const longestPause = 2 * 60 * 60
const mostAttempts = 20

/**
 * Seconds until a hub that did not take a ping is tried again: doubling from half a minute to two hours;
 * null when, after about a day, it is given up.
 * @param attempts that have failed, from 1
 */
export const retryAfter = (attempts: number): number | null =>
  attempts >= mostAttempts ? null : Math.min(longestPause, firstPause * 2 ** (attempts - 1))
