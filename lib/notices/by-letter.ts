import { v7 as newId } from 'uuid';
import { audienceOf } from '@/lib/appeals/audience';
import { type CaseFile, lastLeadOf } from '@/lib/appeals/case-file';
import { loadCaseFile } from '@/lib/appeals/load';
import { voicesOf } from '@/lib/appeals/merged';
import { appealIdOf } from '@/lib/appeals/queries/appeal-id';
import { readInstallation } from '@/lib/appeals/queries/front';
import { sees } from '@/lib/appeals/queries/visible';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { localeOf } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { isId } from '@/lib/id';
import { may, type PersonActor } from '@/lib/people/actor';
import { letterKinds } from './letter-facts';
import { readCaseParts } from './letter-parts';
import { type PaperLetter, paperLetter } from './paper-letter';

/** Who brings residents letters on paper: whoever files for callers, and the unit that has or had the case last. */
export const bringsLetters = (actor: PersonActor, file: CaseFile): boolean =>
  sees(actor, file) &&
  audienceOf(actor, file) !== 'called' &&
  (may(actor, 'fileForCaller') ||
    ((may(actor, 'handle') || may(actor, 'assign')) && lastLeadOf(file)?.unitId === actor.unitId));

/** A letter to print, and whether it has gone. */
export interface LetterToPrint {
  noticeId: string;
  /** Of the Voice: the language the letter is in. */
  locale: string;
  letter: PaperLetter;
  handed: { at: Date; by: string } | null;
  at: Date;
}

interface NewestNotice {
  id: string;
  kind: string;
  seq: number;
  outcome: string | null;
  handedAt: Date | null;
  by: string | null;
}

/**
 * The newest notice of a Voice as a letter, in its language. Null where it went another way, where it is
 * none of this case, and for whoever does not bring letters.
 */
export async function readLetter(
  actor: PersonActor,
  caseNumber: string,
  voiceId: string,
  zone: string,
): Promise<LetterToPrint | null> {
  const appealId = await appealIdOf(caseNumber);
  const loaded = appealId ? await loadCaseFile(db(), appealId) : null;
  if (!appealId || !loaded || !bringsLetters(actor, loaded.file)) return null;
  const present = voicesOf(loaded.file).find((it) => it.id === voiceId);
  if (!present) return null;
  const [notice] = await db().$queryRaw<NewestNotice[]>`
    SELECT n.id, n.kind, n.seq, n.outcome, d.at AS "handedAt", p.name AS by
    FROM "Notice" n LEFT JOIN "Delivery" d ON d."noticeId" = n.id AND d.channel = 'letter'
      LEFT JOIN "Person" p ON p.id = d."personId"
    WHERE n."appealId" = ${appealId}::uuid AND n."voiceId" = ${voiceId}::uuid
    ORDER BY n."createdAt" DESC, n.id DESC LIMIT 1`;
  if (notice?.outcome !== 'noChannel' || !letterKinds.includes(notice.kind)) return null;
  const [voice, installation, at] = await Promise.all([
    db().voice.findUniqueOrThrow({ where: { id: voiceId } }),
    readInstallation(),
    databaseClock(db()),
  ]);
  const locale = localeOf(voice.locale);
  const parts = await readCaseParts(db(), notice, voice, loaded.file, { installation, zone });
  const { handedAt, by } = notice;
  return {
    noticeId: notice.id,
    locale: voice.locale,
    letter: paperLetter(parts, await messagesOf(locale), { locale, zone, at }),
    handed: handedAt && by ? { at: handedAt, by } : null,
    at,
  };
}

/**
 * Notes that a notice went as a letter, by whom and when. Of two who press, the first is kept.
 *
 * @returns false where there is no such notice for this actor.
 */
export async function markHanded(
  actor: PersonActor,
  caseNumber: string,
  noticeId: string,
): Promise<boolean> {
  const appealId = isId(noticeId) ? await appealIdOf(caseNumber) : null;
  if (!appealId) return false;
  return db().$transaction(async (transaction) => {
    const loaded = await loadCaseFile(transaction, appealId);
    if (!loaded || !bringsLetters(actor, loaded.file)) return false;
    const voiceIds = voicesOf(loaded.file).map((it) => it.id);
    const notice = await transaction.notice.findFirst({
      where: { id: noticeId, appealId, voiceId: { in: voiceIds }, outcome: 'noChannel' },
    });
    if (!notice) return false;
    await transaction.$executeRaw`
      INSERT INTO "Delivery" (id, "noticeId", channel, gateway, attempt, at, outcome, "personId")
      SELECT ${newId()}::uuid, ${noticeId}::uuid, 'letter', 'paper', COALESCE(max(attempt), 0) + 1,
        date_trunc('milliseconds', clock_timestamp()), 'sent', ${actor.personId}::uuid
      FROM "Delivery" WHERE "noticeId" = ${noticeId}::uuid
      ON CONFLICT DO NOTHING`;
    return true;
  });
}

/** A resident whom the latest news reached by no way. */
export interface NotTold {
  caseNumber: string;
  voiceId: string;
  kind: string;
  since: Date;
}

export const mostNotTold = 100;

/** Whom the latest news reached by no way and as no letter, the longest waiting first; for whoever files for callers. */
export async function readNotTold(actor: PersonActor): Promise<NotTold[]> {
  if (!may(actor, 'fileForCaller')) return [];
  return db().$queryRaw<NotTold[]>`
    SELECT a."caseNumber", n."voiceId", n.kind, n."settledAt" AS since
    FROM "Notice" n JOIN "Appeal" a ON a.id = n."appealId"
      JOIN "Voice" v ON v.id = n."voiceId" AND v."leftAt" IS NULL
    WHERE n.outcome = 'noChannel' AND NOT a.trial AND n.kind = ANY (${[...letterKinds]})
      AND NOT EXISTS (SELECT FROM "Notice" l WHERE l."voiceId" = n."voiceId"
        AND (l."createdAt", l.id) > (n."createdAt", n.id))
      AND NOT EXISTS (SELECT FROM "Delivery" d WHERE d."noticeId" = n.id AND d.channel = 'letter')
      AND ${visibleInSql(actor)}
    ORDER BY n."settledAt", n.id LIMIT ${mostNotTold}`;
}
