import { createHmac } from 'node:crypto';

/**
 * Codes from time (RFC 6238) with what every authenticator understands: HMAC-SHA-1, steps of 30 seconds from
 * 1970, six digits.
 */
const stepSeconds = 30;

/** 160 bits, as long as the hash (RFC 4226 §4). */
export const keyBytes = 20;

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds);

/** RFC 4226 §5.3 with the step as the counter. */
export function codeOf(key: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step a code belongs to: this one, the one before or the one after (RFC 6238 §5.2 and §6: clocks of
 * telephones differ). Null where it is none of them, or not later than `last`: a code is taken once.
 */
export function stepOfCode(key: Uint8Array, code: string, at: Date, last: number): number | null {
  const now = stepAt(at);
  const fitting = [now - 1, now, now + 1].find((step) => step > last && codeOf(key, step) === code);
  return fitting ?? null;
}
