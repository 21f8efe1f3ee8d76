import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { CertificateFiles } from '../../../edge/tls/certificate.ts'

/** A certificate for 127.0.0.1 that signs itself, made by the `openssl` of the machine. */
export function selfSigned(name: string): CertificateFiles {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tls-'))
  const files = { cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') }
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1']
  const out = ['-days', '2', '-out', files.cert, '-keyout', files.key]
  execFileSync('openssl', ['req', '-x509', ...key, ...subject, ...out], { stdio: 'pipe' })
  return files
}
