import { db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { settings } from '@/lib/env';
import { civilDateOf } from '@/lib/time/civil';
import { keyChain } from './key-chain';
import { rootOf } from './merkle';
import {
  dayRoot,
  leafOf,
  noRoot,
  type SealKind,
  type SealStatement,
  type Stretch,
  sealText,
} from './sealed-log';

/** As many cases as one root covers at most: what is read and hashed at a time. */
const atOnce = 5000;

const hour = 3_600_000;

/**
 * Seals the hour's steps if this hour has no seal yet, then the day if it has none. No clock and no number decides
 * what is sealed: a step is due when it is committed and no seal covers it, so one that was committed late is in
 * the next seal. Filing waits for nothing here; two sealers wait for one another.
 *
 * @returns how many seals were made.
 */
export async function sealDue(at?: Date): Promise<number> {
  let made = 0;
  while (await sealedHour(made > 0, at)) made += 1;
  return made + ((await sealedDay(at)) ? 1 : 0);
}

/** One transaction a seal: it stands with all it covers, or not at all. */
const alone = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  db().$transaction(async (transaction) => {
    // Until the end of the transaction; each statement after it sees what the sealer before it left.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sealed log'))`;
    return work(transaction);
  });

const sealedHour = (goingOn: boolean, at?: Date): Promise<boolean> =>
  alone(async (transaction) => {
    const now = at ?? (await databaseClock(transaction));
    const last = await lastSeal(transaction, 'hourly');
    const hourOf = (time: Date) => Math.floor(time.getTime() / hour);
    if (last && !goingOn && hourOf(last.at) >= hourOf(now)) return false;
    const stretches = await notSealed(transaction);
    if (stretches.length === 0) return false;
    const sealId = await write(transaction, now, {
      kind: 'hourly',
      from: last ? last.from + last.count : 0,
      count: stretches.length,
      root: rootOf(stretches.map(leafOf)).toString('hex'),
      prevRoot: last?.root ?? noRoot,
    });
    await transaction.sealedStretch.createMany({
      data: stretches.map((it) => ({ ...it, sealId })),
    });
    return true;
  });

const sealedDay = (at?: Date): Promise<boolean> =>
  alone(async (transaction) => {
    const now = at ?? (await databaseClock(transaction));
    const last = await lastSeal(transaction, 'daily');
    const { timeZone } = settings();
    const dayOf = (time: Date) => civilDateOf(time, timeZone);
    if (last && dayOf(last.at) >= dayOf(now)) return false;
    const hours = await transaction.seal.findMany({
      where: { kind: 'hourly', id: { gt: last?.id ?? 0 } },
      orderBy: { id: 'asc' },
    });
    if (!last && hours.length === 0) return false;
    const prevRoot = last?.root ?? noRoot;
    const roots = hours.map((it) => it.root);
    await write(transaction, now, {
      kind: 'daily',
      from: last ? last.from + last.count : 0,
      count: hours.reduce((sum, it) => sum + it.count, 0),
      root: dayRoot(prevRoot, roots),
      prevRoot,
    });
    return true;
  });

const lastSeal = (transaction: Transaction, kind?: SealKind) =>
  transaction.seal.findFirst({ ...(kind ? { where: { kind } } : {}), orderBy: { id: 'desc' } });

/** What committed steps no seal covers, in the order of leaves. One statement: one instant. */
const notSealed = (transaction: Transaction) => transaction.$queryRaw<Stretch[]>`
  SELECT a.id AS "appealId", coalesce(s."toSeq", 0) + 1 AS "fromSeq", a."lastSeq" AS "toSeq", a."lastHash" AS hash
  FROM "Appeal" a
  LEFT JOIN (SELECT "appealId", max("toSeq") AS "toSeq" FROM "SealedStretch" GROUP BY 1) s ON s."appealId" = a.id
  WHERE a."lastSeq" > coalesce(s."toSeq", 0) ORDER BY a.id LIMIT ${atOnce}`;

async function write(
  transaction: Transaction,
  now: Date,
  what: Omit<SealStatement, 'id' | 'at' | 'keyId'>,
): Promise<number> {
  const last = await lastSeal(transaction);
  // A clock that was set back does not turn the order round.
  const at = last && last.at > now ? last.at : now;
  const { fresh, signer } = await keyChain(transaction, at);
  if (fresh) await transaction.sealKey.create({ data: fresh });
  const id = (last?.id ?? 0) + 1;
  const statement = { ...what, id, at: at.toISOString(), keyId: signer.keyId };
  const signature = signer.sign(sealText(statement));
  await transaction.seal.create({ data: { ...statement, at, signature } });
  return id;
}
