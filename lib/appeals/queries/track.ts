import { z } from 'zod';
import { decrypt } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { line } from '@/lib/fields';
import { readCaseNumber } from '../case-number';
import type { ClosedAs, Status } from '../lifecycle';

export interface Tracked {
  caseNumber: string;
  status: Status;
  closedAs: ClosedAs | null;
}

/** A case number as people write it, and the last four digits of a phone. */
export const trackInput = z.object({
  number: line(40).transform((text, context) => {
    const number = readCaseNumber(text);
    if (number) return number;
    context.addIssue({ code: 'custom', message: 'wrongCaseNumber' });
    return z.NEVER;
  }),
  digits: line(20).transform((text, context) => {
    const digits = text.normalize('NFKC').replace(/\s/g, '');
    if (/^\d{4}$/.test(digits)) return digits;
    context.addIssue({ code: 'custom', message: 'wrongDigits' });
    return z.NEVER;
  }),
});

/** Whether a resident of this case left a phone number that ends so. False for a case there is not. */
export async function endsWith(caseNumber: string, digits: string): Promise<boolean> {
  const contacts = await db().contact.findMany({
    where: { phone: { not: null }, voice: { leftAt: null, appeal: { caseNumber } } },
    select: { voiceId: true, phone: true },
  });
  return contacts.some(
    ({ voiceId, phone }) => phone !== null && decrypt(phone, voiceId).endsWith(digits),
  );
}

/** Status words and nothing else: what a number and four digits are enough for. */
export function readStatus(caseNumber: string): Promise<Tracked | null> {
  return db().appeal.findUnique({
    where: { caseNumber },
    select: { caseNumber: true, status: true, closedAs: true },
  });
}
