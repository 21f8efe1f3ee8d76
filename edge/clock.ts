/**
 * ms since the epoch by a clock that only goes forward, at an even pace: the machine's own clock as it was when
 * the process began, and what has passed since. Ages and ends of lifetimes are told by it, so that a
 * clock that is put right makes no page of this minute old, and none of last year fresh.
 */
export const steadyNow = (): number => performance.timeOrigin + performance.now()
