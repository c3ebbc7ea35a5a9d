import { createHash } from 'node:crypto';
import { z } from 'zod';
import { forgetInstallation } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import { line, optional, wholeNumber } from '@/lib/fields';
import type { PersonActor } from '@/lib/people/actor';
import { changeInstallation } from './change-installation';
import { isZone } from './zones';

/** A number as people dial it, short ones such as 12345 too. */
const helpLine = () =>
  line(30)
    .transform((value) => value.normalize('NFKC').replace(/[\s‐-―]+/g, '-'))
    .refine((value) => /^\+?\d[\d-]{1,22}\d$/.test(value), 'wrongHelpLine');

export const organisationInput = z.object({
  name: line(30),
  nameEn: line(60),
  phone: optional(helpLine()),
  zone: line(60).refine(isZone, 'wrongChoice'),
});

export const settingsInput = organisationInput.extend({
  reopenDays: wholeNumber(1, 365),
});

export const retentionInput = z.object({
  /** A hundred years: where the law wants all of it kept. */
  photoDays: wholeNumber(30, 36_500),
  contactDays: wholeNumber(30, 36_500),
  wordDays: wholeNumber(365, 36_500),
});

export interface InstallationSettings {
  name: string;
  nameEn: string;
  phone: string | null;
  zone: string;
  reopenDays: number;
  photoDays: number;
  contactDays: number;
  wordDays: number;
  marked: boolean;
}

export async function readSettings(): Promise<InstallationSettings> {
  const { mark, ...found } = await db().installation.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      ...{ name: true, nameEn: true, phone: true, zone: true, mark: true },
      ...{ reopenDays: true, photoDays: true, contactDays: true, wordDays: true },
    },
  });
  return { ...found, marked: mark !== null };
}

type Given = z.output<typeof organisationInput> & Partial<z.output<typeof settingsInput>>;

/** `mark`: another one, null to take it away; undefined leaves it. Rules follow within ten seconds. */
export async function changeSettings(
  actor: PersonActor,
  { phone = null, ...given }: Omit<Given, 'phone'> & { phone?: string | null | undefined },
  mark: Uint8Array<ArrayBuffer> | null | undefined,
): Promise<void> {
  await changeInstallation(actor, async (transaction, before) => {
    const after = await transaction.installation.update({
      where: { id: 1 },
      data: { ...given, phone, ...(mark !== undefined && { mark }) },
    });
    return { name: after.name, before: factsOf(before), after: factsOf(after) };
  });
  await forgetInstallation();
}

/** How long what is kept of a closed case stays. */
export async function changeRetention(
  actor: PersonActor,
  { photoDays, contactDays, wordDays }: z.output<typeof retentionInput>,
): Promise<void> {
  await changeInstallation(actor, async (transaction, before) => {
    const data = { photoDays, contactDays, wordDays };
    const after = await transaction.installation.update({ where: { id: 1 }, data });
    return { before: factsOf(before), after: factsOf(after) };
  });
}

interface Row {
  name: string;
  nameEn: string;
  phone: string | null;
  zone: string;
  reopenDays: number;
  photoDays: number;
  contactDays: number;
  wordDays: number;
  mark: Uint8Array | null;
}

/** Of the mark the log keeps a fingerprint. */
const factsOf = ({ mark, ...row }: Row) => ({
  name: row.name,
  nameEn: row.nameEn,
  phone: row.phone,
  zone: row.zone,
  reopenDays: row.reopenDays,
  photoDays: row.photoDays,
  contactDays: row.contactDays,
  wordDays: row.wordDays,
  mark: mark && createHash('sha256').update(mark).digest('hex').slice(0, 12),
});
