import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Path of a Chromium or Chrome on this machine: that of CHROMIUM_PATH, else one of the usual.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return places.find((place) => existsSync(place)) ?? null
}

/**
 * Installs Chromium, with fonts for Chinese, where that is a matter of one command: on Debian, as root.
 * @returns {boolean} Whether there is one now.
 */
export function installChromium() {
  if (findChromium()) return true
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['chromium', 'fonts-noto-cjk']
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]])
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return findChromium() !== null
}

/** What somebody does who has to install it by hand. */
export const howToInstall =
  'There is no Chromium for the browser tests: run "sudo apt-get install chromium" (Debian) or set CHROMIUM_PATH to a Chrome or Chromium.'
