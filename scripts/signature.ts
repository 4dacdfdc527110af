/** The city's signature of the list of checksums: Ed25519 (RFC 8032), detached, over the bytes of the list. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** The file beside the list that holds its signature: 64 bytes, or the same in base64. */
export const signatureFile = 'SHA256SUMS.sig';

/**
 * A public key.
 * @param pem `-----BEGIN PUBLIC KEY-----`, as `openssl pkey -pubout` writes it
 * @returns undefined for anything else than an Ed25519 key
 */
export function readKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' && !pem.includes('PRIVATE KEY') ? key : undefined;
  } catch {
    return undefined;
  }
}

/** What a key is known by: the first 16 digits of the SHA-256 of its DER form. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** True where the signature is the key's, of exactly these bytes. */
export function isSigned(list: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  const raw =
    signature.length === 64
      ? signature
      : Buffer.from(Buffer.from(signature).toString('latin1').trim(), 'base64');
  return raw.length === 64 && verify(null, list, key, raw);
}
