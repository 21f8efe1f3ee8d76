import { statSync } from 'node:fs'
import type { Logger } from 'pino'
import { type Certificate, type CertificateFiles, readCertificate } from './certificate.ts'

/** ms between looks at the files. */
const pause = 60_000

/**
 * Looks whether the files have changed, and hands on what is in them: whoever renews them need not tell.
 * What cannot be read is logged, and the earlier certificate stays.
 * @returns what looks once, and what ends it
 */
export function watchCertificate(
  files: CertificateFiles,
  renew: (certificate: Certificate) => void,
  log: Logger,
): { look(): void; close(): Promise<void> } {
  let seen = stateOf(files)
  const look = () => {
    const state = stateOf(files)
    if (state === seen) return
    seen = state
    try {
      const certificate = readCertificate(files)
      renew(certificate)
      log.info({ validTo: certificate.validTo }, 'the certificate was renewed')
    } catch (error) {
      log.error({ err: error }, 'the new certificate cannot be used; the earlier one stays')
    }
  }
  const timer = setInterval(look, pause).unref()
  return {
    look,
    close: async () => clearInterval(timer),
  }
}

const stateOf = ({ cert, key }: CertificateFiles): string =>
  [cert, key].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs).join(' ')
