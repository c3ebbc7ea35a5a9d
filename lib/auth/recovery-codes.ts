import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '@/lib/db/client';
import { now } from '@/lib/time/now';
import { base32, paperAlphabet } from './base32';

const howMany = 10;

/** 120 random bits: a plain hash is enough (ASVS 5.0, 6.5.2 asks for more below 112). */
const bytes = 15;

/** As it was printed, however it is typed: case, gaps, and the letters that look like digits. */
export const canonicalCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

const hashOf = (code: string): string =>
  createHash('sha256').update(canonicalCode(code)).digest('hex');

/** @returns ten new ones, in groups of four; the ones before are void. They are kept only as hashes. */
export async function renewRecoveryCodes(
  transaction: Transaction,
  personId: string,
): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => {
    const whole = base32(randomBytes(bytes), paperAlphabet);
    return (whole.match(/.{4}/g) ?? []).join('-');
  });
  await transaction.recoveryCode.deleteMany({ where: { personId } });
  await transaction.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, hash: hashOf(code) })),
  });
  return codes;
}

/** Whether this was one of the person's codes, unused until now; of two at once one is told no. */
export async function spendRecoveryCode(
  transaction: Transaction,
  personId: string,
  typed: string,
): Promise<boolean> {
  const { count } = await transaction.recoveryCode.updateMany({
    where: { hash: hashOf(typed), personId, usedAt: null },
    data: { usedAt: now() },
  });
  return count === 1;
}
