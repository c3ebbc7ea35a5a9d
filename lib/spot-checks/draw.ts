import { randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { Prisma } from '@/lib/db/generated/client';
import { settings } from '@/lib/env';
import { choice, civilDate, line } from '@/lib/fields';
import { type Entries, type FormProblem, problemsOf } from '@/lib/forms';
import { may, type PersonActor } from '@/lib/people/actor';
import { civilDateOf } from '@/lib/time/civil';
import { hashOfList, hashOfSecret, isChosen, publicValue } from './sample';

/** Shares that may be drawn, of a thousand. */
export const shares = ['10', '20', '50', '100', '200', '500', '1000'] as const;

export type Drawn = { ok: true } | { ok: false; problems: readonly FormProblem[] };

const refuse = (field: string | null, code: string): Drawn => ({
  ok: false,
  problems: [{ field, code }],
});

const announced = z.object({
  perMille: choice(shares),
  source: line(200, { min: 4 }),
  valueOn: civilDate(),
});

/**
 * Fixes what is up with the last root of a day, and announces which public value of which later day will draw from
 * it. By an inspector, who takes part in no case. One draw waits for its value at a time.
 */
export async function announceDraw(actor: PersonActor, entries: Entries): Promise<Drawn> {
  if (!may(actor, 'audit')) return refuse(null, 'notYours');
  const input = announced.safeParse(entries);
  if (!input.success) return { ok: false, problems: problemsOf(input.error) };
  return locked(async (transaction) => {
    const at = await databaseClock(transaction);
    if (input.data.valueOn <= civilDateOf(at, settings().timeZone)) {
      return refuse('valueOn', 'notAhead');
    }
    const last = await transaction.spotDraw.findFirst({ orderBy: { number: 'desc' } });
    if (last && last.value === null) return refuse(null, 'drawWaits');
    const seal = await transaction.seal.findFirst({
      where: { kind: 'daily', id: { gt: last?.sealId ?? 0 } },
      orderBy: { id: 'desc' },
    });
    if (!seal) return refuse(null, 'noRootYet');
    const range = { afterSeal: last?.sealId ?? 0, sealId: seal.id };
    const up = await upBetween(transaction, range);
    if (up.length === 0) return refuse(null, 'nothingUp');
    const secret = randomBytes(32).toString('hex');
    const id = newId();
    await transaction.spotDraw.create({
      data: {
        ...range,
        id,
        at,
        number: (last?.number ?? 0) + 1,
        byId: actor.personId,
        root: seal.root,
        perMille: Number(input.data.perMille),
        source: input.data.source,
        valueOn: input.data.valueOn,
        secret,
        secretHash: hashOfSecret(secret),
        cases: up.length,
        listHash: hashOfList(up.map((it) => it.caseNumber)),
      },
    });
    await transaction.spotCandidate.createMany({
      data: up.map(({ appealId, roundId }) => ({ drawId: id, appealId, roundId })),
    });
    return { ok: true };
  });
}

const entered = z.object({
  value: line(100)
    .transform(publicValue)
    .pipe(z.string().regex(/^[0-9A-Z+ ]+$/, 'wrongFormat')),
  again: line(100).transform(publicValue),
});

/** Writes down the public value, typed twice, once it is known: from then on the sample exists, and stays. */
export async function enterValue(actor: PersonActor, entries: Entries): Promise<Drawn> {
  if (!may(actor, 'audit')) return refuse(null, 'notYours');
  const input = entered.safeParse(entries);
  if (!input.success) return { ok: false, problems: problemsOf(input.error) };
  const { value, again } = input.data;
  if (value !== again) return refuse('again', 'notTheSame');
  return locked(async (transaction) => {
    const draw = await transaction.spotDraw.findFirst({ where: { value: null } });
    if (!draw) return refuse(null, 'noDrawWaits');
    const at = await databaseClock(transaction);
    if (civilDateOf(at, settings().timeZone) < draw.valueOn) return refuse('value', 'notKnownYet');
    const up = await transaction.spotCandidate.findMany({
      where: { drawId: draw.id },
      select: { appealId: true, appeal: { select: { caseNumber: true } } },
    });
    const beacon = { root: draw.root, value, secret: draw.secret };
    const chosen = up.filter((it) => isChosen(beacon, it.appeal.caseNumber, draw.perMille));
    const ids = chosen.map((it) => it.appealId);
    await transaction.$executeRaw`
      UPDATE "SpotCandidate" SET chosen = "appealId" = ANY(${ids}::uuid[]) WHERE "drawId" = ${draw.id}::uuid`;
    await transaction.spotDraw.update({
      where: { id: draw.id },
      data: { value, valueAt: at, valueById: actor.personId, chosen: ids.length },
      select: { id: true },
    });
    return { ok: true };
  });
}

const locked = (work: (transaction: Transaction) => Promise<Drawn>): Promise<Drawn> =>
  db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('spot checks'))`;
    return work(transaction);
  });

interface Up {
  appealId: string;
  roundId: string;
  caseNumber: string;
}

/**
 * Cases whose answer was sealed between two daily roots, each with its last such round: what a log shows as well. An
 * answer that something cannot be done promises nothing that could be looked at. Imports and trials are not up.
 */
const upBetween = (
  transaction: Transaction,
  { afterSeal, sealId }: { afterSeal: number; sealId: number },
): Promise<Up[]> =>
  transaction.$queryRaw<Up[]>(Prisma.sql`
    SELECT DISTINCT ON (a.id) a.id AS "appealId", r.id AS "roundId", a."caseNumber"
    FROM "SealedStretch" s
    JOIN case_steps(s."appealId") e ON e.seq BETWEEN s."fromSeq" AND s."toSeq"
    JOIN "Appeal" a ON a.id = e."appealId"
    JOIN "Round" r ON r."appealId" = a.id AND r.number = e.round
    WHERE s."sealId" > ${afterSeal} AND s."sealId" < ${sealId} AND e.verb IN ('resolve', 'answer')
      AND r."resolvedAt" IS NOT NULL AND r.outcome <> 'cannot' AND a."importId" IS NULL AND NOT a.trial
    ORDER BY a.id, r.number DESC`);
