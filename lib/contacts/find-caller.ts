import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { Line } from '@/lib/appeals/queries/search';
import { visibleTo } from '@/lib/appeals/queries/visible';
import { limit } from '@/lib/auth/limiter';
import { type Database, db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { Prisma } from '@/lib/db/generated/client';
import { phone } from '@/lib/fields';
import { type FormProblem, problemsOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import { may, type PersonActor } from '@/lib/people/actor';
import { decrypt, lookupHash } from './cipher';
import { maskName, maskPhone } from './mask';
import { underOneHash } from './one-hash';

export type SearchRefusal =
  | { ok: false; code: 'notYours' }
  | { ok: false; code: 'badInput'; problems: FormProblem[] }
  | { ok: false; code: 'tooManySearches'; until: Date };

/** Sixty an hour: a call a minute, and far too few to try numbers one after another. */
const hourly = limit('caller-hour', 60, 60);

const input = z.object({ phone: phone() });

/**
 * Looks a whole telephone number up by its keyed hash. Who searched, when, and for how many cases it was
 * answered is written before anything is shown (Personal Information Protection Law 2021, Art. 51).
 *
 * @returns the id of the search, under which `readSearch` shows what was found.
 */
export async function searchCaller(
  actor: PersonActor,
  given: { phone: unknown },
): Promise<{ ok: true; lookupId: string } | SearchRefusal> {
  if (!may(actor, 'fileForCaller')) return { ok: false, code: 'notYours' };
  const parsed = input.safeParse(given);
  if (!parsed.success) return { ok: false, code: 'badInput', problems: problemsOf(parsed.error) };
  const allowed = await hourly.take(actor.personId);
  if (!allowed.ok) return { ok: false, code: 'tooManySearches', until: allowed.until };
  await underOneHash([parsed.data.phone]);
  const phoneHash = lookupHash(parsed.data.phone);
  const { personId, unitId } = actor;
  const lookupId = await db().$transaction(async (transaction) => {
    const at = await databaseClock(transaction);
    const found = await transaction.appeal.count({ where: casesOf(actor, phoneHash, at) });
    const row = { id: newId(), personId, unitId, phoneHash, found, at };
    await transaction.lookup.create({ data: row });
    return row.id;
  });
  return { ok: true, lookupId };
}

export interface CallerFound {
  /** `138****5678`; null where nobody left this number. */
  phone: string | null;
  /** `李*`, as the newest case has it. */
  name: string | null;
  cases: Line[];
  /** There are more than are shown. */
  more: boolean;
  at: Date;
}

const shownForMs = 15 * 60_000;
const mostShown = 50;

/**
 * What a search found, newest first: for whoever searched, and for a quarter of an hour. The number
 * itself stands neither in the address nor in the answer.
 */
export async function readSearch(
  actor: PersonActor,
  lookupId: string,
): Promise<CallerFound | null> {
  if (!may(actor, 'fileForCaller') || !isId(lookupId)) return null;
  const { personId } = actor;
  const lookup = await db().lookup.findFirst({ where: { id: lookupId, personId } });
  const at = await databaseClock(db());
  if (!lookup || at.getTime() - lookup.at.getTime() > shownForMs) return null;
  const rows = await db().appeal.findMany({
    where: casesOf(actor, lookup.phoneHash, lookup.at),
    orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    take: mostShown + 1,
    select: lineFields,
  });
  const [newest] = rows;
  const who = newest ? await maskedOf(db(), newest.id, lookup.phoneHash) : nobody;
  return {
    ...who,
    cases: rows.slice(0, mostShown).map(lineOf),
    more: rows.length > mostShown,
    at,
  };
}

/** Cases this number stood in when it was searched for; one that stays secret is not found by units. */
function casesOf(actor: PersonActor, phoneHash: string, at: Date): Prisma.AppealWhereInput {
  const open = may(actor, 'readAll') ? {} : { secret: false };
  const voice = { leftAt: null, joinedAt: { lte: at }, contact: { phoneHash }, ...open };
  return { AND: [visibleTo(actor), { voices: { some: voice } }] };
}

const nobody = { phone: null, name: null };

async function maskedOf(database: Database, appealId: string, phoneHash: string) {
  const contact = await database.contact.findFirst({
    where: { phoneHash, voice: { appealId, leftAt: null } },
  });
  if (!contact?.phone) return nobody;
  const { voiceId, name } = contact;
  return {
    phone: maskPhone(decrypt(contact.phone, voiceId)),
    name: name ? maskName(decrypt(name, voiceId)) : null,
  };
}

/** What a line is made of. */
const lineFields = {
  id: true,
  caseNumber: true,
  status: true,
  closedAs: true,
  round: true,
  filedAt: true,
  trial: true,
  detail: { select: { title: true, what: true, place: true } },
  category: { select: { id: true, name: true, nameEn: true } },
  voices: { where: { role: 'filer' }, select: { locale: true } },
  assignments: {
    where: { role: 'lead' },
    orderBy: { fromAt: 'desc' },
    take: 1,
    select: { unit: { select: { id: true, name: true, nameEn: true } } },
  },
} satisfies Prisma.AppealSelect;

type LineRow = Prisma.AppealGetPayload<{ select: typeof lineFields }>;

const lineOf = ({ detail, assignments, voices, ...row }: LineRow): Line => ({
  ...row,
  title: detail?.title ?? '',
  place: detail?.place ?? '',
  unit: assignments[0]?.unit ?? null,
  voiceLocale: voices[0]?.locale,
});
