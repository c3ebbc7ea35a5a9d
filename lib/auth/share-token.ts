import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from './keys';

const shape = /^[\w-]{44}$/;

/**
 * The token of an appeal's join link: its id and 128 bits of HMAC-SHA-256 over it. Whoever holds it may
 * join and read what `readShared` says; a case number, which can be counted through, opens nothing.
 *
 * @returns 44 characters that may stand in an address.
 */
export function shareToken(appealId: string): string {
  const id = Buffer.from(appealId.replaceAll('-', ''), 'hex');
  return id.toString('base64url') + macOf(appealId).toString('base64url');
}

/** The appeal a join link belongs to, or null where it was altered. */
export function readShareToken(token: string): string | null {
  if (!shape.test(token)) return null;
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  const appealId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const same = timingSafeEqual(Buffer.from(token), Buffer.from(shareToken(appealId)));
  return same ? appealId : null;
}

const macOf = (appealId: string): Buffer =>
  createHmac('sha256', keyFor('join-links'))
    .update(appealId.toLowerCase())
    .digest()
    .subarray(0, 16);
