import { randomBytes } from 'node:crypto';
import { recordChange } from '@/lib/audit/record-change';
import { decrypt, encrypt } from '@/lib/contacts/cipher';
import { db, planned, type Transaction } from '@/lib/db/client';
import { now } from '@/lib/time/now';
import { isMeant } from './factor-rule';
import { renewRecoveryCodes, spendRecoveryCode } from './recovery-codes';
import { keyBytes, stepOfCode } from './totp';

/** What a sealed key is bound to, so that it opens in nobody else's row and for nothing else. */
const ownerOf = (personId: string): string => `second factor ${personId}`;

const open = (personId: string, sealed: string): Buffer =>
  Buffer.from(decrypt(sealed, ownerOf(personId)), 'base64');

/** Offers a new key; what is in force stays until a code of the new one has come. */
export async function offerFactor(personId: string): Promise<void> {
  const key = randomBytes(keyBytes).toString('base64');
  const pending = encrypt(key, ownerOf(personId));
  await db().secondFactor.upsert({
    where: { personId },
    create: { personId, pending },
    update: { pending },
  });
}

/** The key on offer, to be shown to its owner alone; null where there is none. */
export async function offeredKey(personId: string): Promise<Buffer | null> {
  const row = await db().secondFactor.findUnique({ where: { personId } });
  return row?.pending ? open(personId, row.pending) : null;
}

interface Row {
  secret: string | null;
  pending: string | null;
  lastStep: number;
}

/** Two codes at once wait for each other here, so that one code is not taken twice. */
async function locked(transaction: Transaction, personId: string): Promise<Row | undefined> {
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT secret, pending, "lastStep" FROM "SecondFactor"
    WHERE "personId" = ${personId}::uuid FOR UPDATE`;
  return rows[0];
}

/**
 * A code of the key on offer puts it in force, in the place of any other.
 *
 * @returns ten recovery codes, to be shown this once; null where the code does not fit.
 */
export function confirmFactor(personId: string, code: string): Promise<string[] | null> {
  return db().$transaction(async (transaction) => {
    const row = await locked(transaction, personId);
    if (!row?.pending) return null;
    const step = stepOfCode(open(personId, row.pending), code, now(), 0);
    if (step === null) return null;
    await transaction.secondFactor.update({
      where: { personId },
      data: { secret: row.pending, pending: null, lastStep: step, confirmedAt: now() },
    });
    await transaction.person.update({ where: { id: personId }, data: { factorTakenAt: null } });
    await recordOwn(transaction, personId, 'factorSet');
    return renewRecoveryCodes(transaction, personId);
  });
}

/** Whether this is the code of the moment, not taken before, or a recovery code, which it uses up. */
export function factorFits(personId: string, typed: string): Promise<boolean> {
  return db().$transaction(async (transaction) => {
    const row = await locked(transaction, personId);
    if (!row?.secret) return false;
    const code = typed.normalize('NFKC').replace(/\s/g, '');
    const step = stepOfCode(open(personId, row.secret), code, now(), row.lastStep);
    if (step === null) return spendRecoveryCode(transaction, personId, typed);
    await transaction.secondFactor.update({ where: { personId }, data: { lastStep: step } });
    return true;
  });
}

/** Other recovery codes, shown this once; null where there is no second factor. */
export function otherRecoveryCodes(personId: string): Promise<string[] | null> {
  return db().$transaction(async (transaction) => {
    const row = await locked(transaction, personId);
    return row?.secret ? renewRecoveryCodes(transaction, personId) : null;
  });
}

async function recordOwn(
  transaction: Transaction,
  personId: string,
  action: 'factorSet' | 'factorDropped',
): Promise<void> {
  const { name } = await transaction.person.findUniqueOrThrow({ where: { id: personId } });
  const change = { subject: 'person', subjectId: personId, name, action } as const;
  await recordChange(transaction, { personId }, change);
}

/** Nothing of it stays: key, offer, recovery codes. @returns whether there was one in force. */
export async function takeFactor(transaction: Transaction, personId: string): Promise<boolean> {
  await transaction.recoveryCode.deleteMany({ where: { personId } });
  const where = { personId, secret: { not: null } };
  const { count } = await transaction.secondFactor.deleteMany({ where });
  return count > 0;
}

/** The person does without it again, where nothing forbids that. */
export async function dropOwnFactor(personId: string): Promise<boolean> {
  const { neededFrom } = await factorState(personId);
  if (neededFrom) return false;
  return db().$transaction(async (transaction) => {
    const dropped = await takeFactor(transaction, personId);
    if (dropped) await recordOwn(transaction, personId, 'factorDropped');
    return dropped;
  });
}

export interface FactorState {
  /** Since when there is one in force. */
  since: Date | null;
  offered: boolean;
  recoveryLeft: number;
  /** From when on the person may not sign in without; null: never. */
  neededFrom: Date | null;
  /** When administration took it away, until that was read. */
  takenAt: Date | null;
}

/** How a person stands with their second factor; one statement, for it is asked for every first page of a day's work. */
export async function factorState(personId: string): Promise<FactorState> {
  const [found] = await db().$queryRaw<(Omit<FactorState, 'neededFrom'> & Needed)[]>`${planned}
    SELECT p.roles, p."factorTakenAt" AS "takenAt", f."confirmedAt" AS since,
      coalesce(f.pending, '') <> '' AS offered, i."secondFactorFrom" AS "from",
      (SELECT count(*)::int FROM "RecoveryCode" c WHERE c."personId" = p.id AND c."usedAt" IS NULL) AS "recoveryLeft"
    FROM "Person" p JOIN "Installation" i ON i.id = 1 LEFT JOIN "SecondFactor" f ON f."personId" = p.id
    WHERE p.id = ${personId}::uuid`;
  if (!found) throw new Error('there is no such person');
  const { roles, from, ...state } = found;
  return { ...state, neededFrom: isMeant(roles, from) ? from : null };
}

type Needed = { roles: string[]; from: Date | null };

/** The person has read that it was taken away. */
export async function readTaken(personId: string): Promise<void> {
  await db().person.update({ where: { id: personId }, data: { factorTakenAt: null } });
}
