import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { CaseFile } from '@/lib/appeals/case-file';
import { loadCaseFile } from '@/lib/appeals/load';
import { voicesOf } from '@/lib/appeals/merged';
import { isParty } from '@/lib/appeals/parties';
import { sees } from '@/lib/appeals/queries/visible';
import { visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { type Limit, limit } from '@/lib/auth/limiter';
import { type Database, db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { paragraph } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { type Actor, may, type VoiceActor } from '@/lib/people/actor';
import { decrypt } from './cipher';

export interface Contact {
  name: string | null;
  phone: string | null;
  email: string | null;
}

export type RevealRefusal =
  | { ok: false; code: 'notFound' | 'notYours' | 'secretVoice' | 'nothingToReveal' }
  | { ok: false; code: 'badInput'; problems: FormProblem[] }
  | { ok: false; code: 'tooManyReveals'; until: Date };

export type Revealed = { ok: true; contact: Contact } | RevealRefusal;

export interface RevealInput {
  appealId: string;
  voiceId: string;
  reason: unknown;
}

/** Twenty in an hour and sixty in a day: more than any desk needs, too few to copy a register. */
const hourly = limit('reveal-hour', 20, 60);
const daily = limit('reveal-day', 60, 24 * 60);

const input = z.object({ reason: paragraph(200) });

/**
 * Shows a person how to reach a resident (Personal Information Protection Law 2021, Art. 6 and 51: no
 * more than the purpose needs, and on record). Who looked, when and why is written in the transaction
 * that reads the data: nothing is shown that the resident cannot see was shown.
 */
export async function reveal(actor: Actor, wanted: RevealInput): Promise<Revealed> {
  const refusal = refusalOf((await loadCaseFile(db(), wanted.appealId))?.file, actor, wanted);
  if (refusal || actor.kind !== 'person') return refusal ?? { ok: false, code: 'notYours' };
  const parsed = input.safeParse(wanted);
  if (!parsed.success) return { ok: false, code: 'badInput', problems: problemsOf(parsed.error) };
  for (const one of [hourly, daily] satisfies Limit[]) {
    const allowed = await one.take(actor.personId);
    if (!allowed.ok) return { ok: false, code: 'tooManyReveals', until: allowed.until };
  }
  const { appealId, voiceId } = wanted;
  const { personId, unitId } = actor;
  return db().$transaction(async (transaction) => {
    // Once more: the case may have gone to another unit since.
    await transaction.$queryRaw`SELECT id FROM "Appeal" WHERE id = ${appealId}::uuid FOR SHARE`;
    const loaded = await loadCaseFile(transaction, appealId);
    const late = refusalOf(loaded?.file, actor, wanted);
    if (late || !loaded) return late ?? { ok: false, code: 'notFound' };
    const contact = await contactOf(transaction, voiceId);
    if (!contact) return { ok: false, code: 'nothingToReveal' };
    const { reason } = parsed.data;
    // Written to the case of the Voice, also where it was read through one that case is merged into.
    const home = voicesOf(loaded.file).find((it) => it.id === voiceId)?.appealId ?? appealId;
    const row = {
      id: newId(),
      appealId: home,
      voiceId,
      personId,
      unitId,
      reason,
      at: loaded.clock,
    };
    await transaction.reveal.create({ data: row });
    return { ok: true, contact };
  });
}

/**
 * Who may be shown a contact at all: the hotline; the unit that leads now; for a follow-up, somebody of
 * a unit that had nothing to do with the case. Of a secret voice only the hotline, which then makes the
 * unit's telephone call itself.
 */
function refusalOf(
  file: CaseFile | undefined,
  actor: Actor,
  { voiceId }: RevealInput,
): RevealRefusal | null {
  const voice = file && voicesOf(file).find((it) => it.id === voiceId);
  if (!file || !voice || !sees(actor, file)) return { ok: false, code: 'notFound' };
  if (!may(actor, 'reveal')) return { ok: false, code: 'notYours' };
  if (may(actor, 'readAll')) return null;
  const answered = file.rounds.some((it) => it.resolvedAt !== null);
  const concerned =
    isParty(file, 'lead:handle', actor) || (answered && isParty(file, 'neutral:interview', actor));
  if (!concerned) return { ok: false, code: 'notYours' };
  return voice.secret ? { ok: false, code: 'secretVoice' } : null;
}

/** Whether a page should offer the form at all; `reveal` judges for itself. */
export const mayReveal = (actor: Actor, file: CaseFile, voiceId: string): boolean =>
  refusalOf(file, actor, { appealId: file.appeal.id, voiceId, reason: '' }) === null;

/** One's own, for whoever has proved that they are that Voice. */
export const ownContact = ({ voiceId }: VoiceActor): Promise<Contact | null> =>
  contactOf(db(), voiceId);

async function contactOf(database: Database, voiceId: string): Promise<Contact | null> {
  const row = await database.contact.findUnique({ where: { voiceId } });
  if (!row || !(row.name || row.phone || row.email)) return null;
  const open = (sealed: string | null) => (sealed ? decrypt(sealed, voiceId) : null);
  return { name: open(row.name), phone: open(row.phone), email: open(row.email) };
}

export interface PastReveal {
  at: Date;
  /**
   * opened: the contact was shown · searched: somebody looked for the telephone number · taken: when and where
   * a picture was taken was shown.
   */
  what: 'opened' | 'searched' | 'taken';
  personName: string;
  unitName: string;
  unitNameEn: string;
  /** A search asks for none. */
  reason: string | null;
}

/**
 * Who looked at the personal data of an appeal or searched for a telephone number in it, latest first.
 * A voice is told about its own data, those who supervise or read the whole loop about everybody's;
 * others learn nothing here.
 */
export async function revealsOf(actor: Actor, appealId: string): Promise<PastReveal[]> {
  const voiceId = actor.kind === 'voice' && actor.appealId === appealId ? actor.voiceId : null;
  const all = may(actor, 'readAll') || may(actor, 'supervise');
  if (!voiceId && !all) return [];
  const open = actor.kind === 'person' ? visibleInSql(actor) : Prisma.sql`TRUE`;
  return db().$queryRaw<PastReveal[]>`
    WITH looked AS (
      SELECT r.id, r.at, CASE WHEN r."photoId" IS NULL THEN 'opened' ELSE 'taken' END AS what, r."personId", r."unitId", r.reason FROM "Reveal" r
      WHERE r."appealId" = ${appealId}::uuid AND (${all} OR r."voiceId" = ${voiceId}::uuid)
      UNION ALL
      SELECT DISTINCT l.id, l.at, 'searched', l."personId", l."unitId", NULL
      FROM "Voice" v JOIN "Contact" c ON c."voiceId" = v.id
      JOIN "Lookup" l ON l."phoneHash" = c."phoneHash" AND l.at >= v."joinedAt"
        AND (v."leftAt" IS NULL OR l.at < v."leftAt")
      WHERE v."appealId" = ${appealId}::uuid AND (${all} OR v.id = ${voiceId}::uuid)),
    known AS (SELECT FROM "Appeal" a WHERE a.id = ${appealId}::uuid AND ${open})
    SELECT k.at, k.what, p.name AS "personName", u.name AS "unitName",
      u."nameEn" AS "unitNameEn", k.reason
    FROM known, looked k JOIN "Person" p ON p.id = k."personId" JOIN "Unit" u ON u.id = k."unitId"
    ORDER BY k.at DESC, k.id DESC`;
}
