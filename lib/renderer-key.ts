/** Header that every request to the renderer carries: whoever lacks it is not its edge. */
export const keyHeader = 'x-portal-key'

/** For a renderer that asks itself; empty where nobody gave it a key. */
export const ownKey = (): Record<string, string> => ({
  [keyHeader]: process.env.RENDERER_KEY ?? '',
})
