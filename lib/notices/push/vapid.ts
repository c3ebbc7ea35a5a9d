import { createECDH } from 'node:crypto';
import { keysFor } from '@/lib/auth/keys';
import { settings } from '@/lib/env';

/** Order of the group of P-256 (FIPS 186-4 §D.1.2.3): a private key is a number from 1 to one below it. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

const kept = new Map<Buffer, VapidKeys>();

/**
 * The pairs by which push services know this installation (RFC 8292), base64url; derived like every other key. A device that
 * was subscribed under the secret of before is told with its pair: a service takes no other (RFC 8292 §4.2).
 */
export const vapidKeys = (): readonly [VapidKeys, ...VapidKeys[]] =>
  keysFor('web-push').map(pairOf) as [VapidKeys, ...VapidKeys[]];

function pairOf(key: Buffer): VapidKeys {
  const known = kept.get(key);
  if (known) return known;
  const number = (BigInt(`0x${key.toString('hex')}`) % (order - 1n)) + 1n;
  const secret = Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secret);
  const made = {
    publicKey: pair.getPublicKey().toString('base64url'),
    privateKey: secret.toString('base64url'),
  };
  kept.set(key, made);
  return made;
}

/** Whom a push service turns to in trouble (RFC 8292 §2.1): the site, or a mailbox where it has no https. */
export function vapidSubject(): string {
  const { publicUrl, mailFrom } = settings();
  if (publicUrl.startsWith('https:')) return publicUrl;
  const address = mailFrom && (/<(.+)>/.exec(mailFrom)?.[1] ?? mailFrom);
  return `mailto:${address ?? `postmaster@${new URL(publicUrl).hostname}`}`;
}
