/**
 * A fault that its reader can mend: one plain sentence (or a few) for whoever runs a command, without a
 * stack. Everything else that is thrown is a fault of the program.
 */
export class PlainError extends Error {
  override name = 'PlainError'
}

const causes: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'its file system is read-only',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOTDIR: 'a part of the path is a file',
  EMFILE: 'too many files are open',
}

/** Node's error code (`ENOSPC` …), or null. */
export const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null

/**
 * Says what could not be done and why, when the operating system's reason is one that an operator can
 * mend; gives any other error back as it is.
 * @param undone `Cannot write to /srv/data`.
 */
export function plainly(undone: string, error: unknown): unknown {
  const cause = causes[codeOf(error) ?? '']
  return cause === undefined ? error : new PlainError(`${undone}: ${cause}.`, { cause: error })
}
