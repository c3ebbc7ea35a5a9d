import { createECDH } from 'node:crypto';
import { keyFor } from '@/lib/auth/keys';
import { settings } from '@/lib/env';

/** Order of the group of P-256 (FIPS 186-4 §D.1.2.3): a private key is a number from 1 to one below it. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

let kept: { publicKey: string; privateKey: string } | undefined;

/** The pair by which push services know this installation (RFC 8292), base64url; derived like every other key. */
export function vapidKeys(): { publicKey: string; privateKey: string } {
  if (kept) return kept;
  const number = (BigInt(`0x${keyFor('web-push').toString('hex')}`) % (order - 1n)) + 1n;
  const secret = Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secret);
  kept = {
    publicKey: pair.getPublicKey().toString('base64url'),
    privateKey: secret.toString('base64url'),
  };
  return kept;
}

/** Whom a push service turns to in trouble (RFC 8292 §2.1): the site, or a mailbox where it has no https. */
export function vapidSubject(): string {
  const { publicUrl, mailFrom } = settings();
  if (publicUrl.startsWith('https:')) return publicUrl;
  const address = mailFrom && (/<(.+)>/.exec(mailFrom)?.[1] ?? mailFrom);
  return `mailto:${address ?? `postmaster@${new URL(publicUrl).hostname}`}`;
}
