import { loadRules } from '@/lib/appeals/rules';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { settings } from '@/lib/env';
import { localeOf } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { log } from '@/lib/log';
import { digestLetter } from '@/lib/notices/digest-letter';
import { type Mailer, mailer } from '@/lib/notices/mailer';
import { isAbsent } from '@/lib/people/absences';
import { mintPerson } from '@/lib/people/actor';
import { openEmail } from '@/lib/people/work-email';
import { isWorkingDay } from '@/lib/sla/calendar';
import { type CivilDate, civilDateOf, instantOf } from '@/lib/time/civil';
import { digestWork } from './digest-work';

/** One person's digest of one civil day. */
export interface DigestJob {
  personId: string;
  on: CivilDate;
}

/** sent, refused, nothing (to do), away and missed (the day was over) are final; failed is tried again. */
export type DigestOutcome = 'sent' | 'refused' | 'nothing' | 'away' | 'missed' | 'failed';
const final: readonly string[] = ['sent', 'refused', 'nothing', 'away', 'missed'];

const opensAt = '08:00';

/**
 * Whose digest is still to be decided at this instant: on working days from eight until the end of
 * business, so that a morning the worker slept through is made up for and an evening is left in peace.
 * Whoever had nothing to do at their turn is not asked again that day.
 */
export async function digestsDue(at?: Date): Promise<DigestJob[]> {
  if (!mailer()) return [];
  const { calendar } = await loadRules();
  const { zone, businessEndsAt } = calendar;
  const now = at ?? (await databaseClock(db()));
  const on = civilDateOf(now, zone);
  if (!isWorkingDay(calendar, on)) return [];
  if (now < instantOf(on, opensAt, zone) || now >= instantOf(on, businessEndsAt, zone)) return [];
  const people = await db().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Person" p
    WHERE p.email IS NOT NULL AND p.digest AND p."disabledAt" IS NULL AND NOT EXISTS (
      SELECT FROM "Digest" d WHERE d."personId" = p.id AND d."on" = ${on}
        AND d.outcome = ANY(${final as string[]}))
    ORDER BY p.id`;
  return people.map(({ id }) => ({ personId: id, on }));
}

/**
 * Sends one digest, once however often this is called: the row of the day is claimed first and stays
 * locked while the letter goes out, so a second worker passes by, and a row with a final outcome is
 * never sent again. One window is left: when this process or the database dies after the mail server
 * took the letter and before the row says so, the next try sends it once more. Claiming it as sent
 * beforehand would lose letters instead; the letter's id is the same both times, so that mail systems
 * that drop doubles can.
 *
 * @returns the outcome, or null where another has it or it was settled before.
 * @throws when the letter could not be sent for now: the job queue tries again.
 */
export async function sendDigest({ personId, on }: DigestJob): Promise<DigestOutcome | null> {
  const mail = mailer();
  if (!mail) return null;
  await db().digest.createMany({ data: [{ personId, on }], skipDuplicates: true });
  const outcome = await db().$transaction(async (transaction) => {
    const rows = await transaction.$queryRaw<{ outcome: string | null }[]>`
      SELECT outcome FROM "Digest" WHERE "personId" = ${personId}::uuid AND "on" = ${on}
      FOR UPDATE SKIP LOCKED`;
    const [row] = rows;
    if (!row || final.includes(row.outcome ?? '')) return null;
    const outcome = await settle(transaction, { personId, on }, mail);
    const sentAt = outcome === 'sent' ? await databaseClock(transaction) : null;
    const where = { personId_on: { personId, on } };
    await transaction.digest.update({ where, data: { outcome, sentAt } });
    return outcome;
  }, patience);
  if (outcome === 'failed') throw new Error('the mail server did not take a digest');
  return outcome;
}

/** The mail server may take its time; the row stays locked meanwhile, and nothing else does. */
const patience = { maxWait: 30_000, timeout: 120_000 };

async function settle(
  transaction: Transaction,
  { personId, on }: DigestJob,
  mail: Mailer,
): Promise<DigestOutcome> {
  const { zone } = (await loadRules()).calendar;
  const at = await databaseClock(transaction);
  if (civilDateOf(at, zone) !== on) return 'missed';
  const person = await transaction.person.findUnique({
    where: { id: personId },
    include: { unit: { select: { path: true } }, fallback: { select: { place: true } } },
  });
  const address = person ? openEmail(personId, person.email) : null;
  if (!person || !address || !person.digest || person.disabledAt) return 'nothing';
  if ((await isAbsent([personId], on, transaction)).has(personId)) return 'away';
  const unitPath = person.unit.path;
  const actor = mintPerson({ ...person, unitPath, isFallback: person.fallback !== null });
  const work = await digestWork(actor, zone);
  const locale = localeOf(person.locale);
  const words = await messagesOf(locale);
  const letter = digestLetter(work, words, { locale, zone, at }, settings().publicUrl);
  if (!letter) return 'nothing';
  const sent = await mail.send(address, letter, `digest-${on}-${personId}`);
  if (sent.ok) return 'sent';
  log.warn({ personId, why: sent.why, code: sent.code }, 'a digest was not taken');
  return sent.why;
}
