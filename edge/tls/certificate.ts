import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PlainError } from '../../lib/plain-error.ts'

/** Paths of PEM files: the certificate with those that lead to its root (RFC 8446, 4.4.2), and its key. */
export type CertificateFiles = { cert: string; key: string }

export type Certificate = { cert: Buffer; key: Buffer; validTo: Date }

/** @throws {PlainError} with one sentence when a file cannot be read, or the two do not belong together. */
export function readCertificate(files: CertificateFiles): Certificate {
  const cert = read('TLS_CERT', files.cert)
  const key = read('TLS_KEY', files.key)
  const certificate = parsed(
    () => new X509Certificate(cert),
    `TLS_CERT names ${files.cert}, which holds no certificate in PEM form.`,
  )
  const privateKey = parsed(
    () => createPrivateKey(key),
    `TLS_KEY names ${files.key}, which holds no private key in PEM form without a password.`,
  )
  if (!certificate.checkPrivateKey(privateKey))
    throw new PlainError(
      `The key in ${files.key} does not belong to the certificate in ${files.cert}: set TLS_CERT and TLS_KEY to a pair.`,
    )
  return { cert, key, validTo: new Date(certificate.validTo) }
}

function read(variable: string, file: string): Buffer {
  return parsed(
    () => readFileSync(file),
    `${variable} names ${file}, which cannot be read: check the path and who may read it.`,
  )
}

function parsed<T>(parse: () => T, sentence: string): T {
  try {
    return parse()
  } catch (cause) {
    throw new PlainError(sentence, { cause })
  }
}
