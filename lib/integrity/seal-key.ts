import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { keyFor, keysFor } from '@/lib/auth/keys';
import { settings } from '@/lib/env';

/** Whoever signs: the private half stays inside. */
export interface Signer {
  keyId: string;
  /** SubjectPublicKeyInfo, base64. */
  publicKey: string;
  /** An Ed25519 signature, base64. */
  sign(text: string): string;
}

/** An Ed25519 private key in PKCS #8 is these bytes and its 32-byte seed (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signerOf(seed: Buffer): Signer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.toString('base64');
  return {
    publicKey,
    keyId: keyIdOf(publicKey),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

const signerFrom = (words: string): Signer =>
  signerOf(Buffer.from(hkdfSync('sha256', words, 'huiyin', 'seals', 32)));

/** Of HUIYIN_SEAL_KEY where it is set, else of HUIYIN_SECRET. */
export function currentSigner(): Signer {
  const { sealKey } = settings();
  return sealKey ? signerFrom(sealKey) : signerOf(keyFor('seals'));
}

/** Whoever may hand over to the current key: what HUIYIN_SEAL_KEY_BEFORE, HUIYIN_SECRET or HUIYIN_SECRET_BEFORE makes. */
export function formerSigner(keyId: string): Signer | undefined {
  const { sealKeyBefore } = settings();
  const all = [
    ...(sealKeyBefore ? [signerFrom(sealKeyBefore)] : []),
    ...keysFor('seals').map(signerOf),
  ];
  return all.find((it) => it.keyId === keyId);
}

/** SHA-256 of the public key, hex: what is compared by eye. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');

/** The first 16 digits of the fingerprint. */
export const keyIdOf = (publicKey: string): string => fingerprintOf(publicKey).slice(0, 16);

/** A public key as it stands in a file, or null where it is none. */
export function publicKeyOf(publicKey: string): KeyObject | null {
  try {
    const key = Buffer.from(publicKey, 'base64');
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** Whether that key signed that text. Base64 has more than one spelling of the same bytes; only ours is taken. */
export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.toString('base64') === signature && verify(null, Buffer.from(text), key, bytes);
}
