import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../scripts/test/chromium.mjs'

/** A headless Chromium; the caller closes it. @throws {Error} when there is none. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: set CHROMIUM_PATH, or run npm test.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
    ],
  })
}
