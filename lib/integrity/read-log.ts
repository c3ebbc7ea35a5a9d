import type { EventRow } from '@/lib/appeals/event';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { Seal } from '@/lib/db/generated/client';
import { Prisma } from '@/lib/db/generated/client';
import { keyChain, signedKey } from './key-chain';
import {
  eventLine,
  headLine,
  headText,
  keyLine,
  logFormat,
  noRoot,
  rootsLine,
  type SealKind,
  type SealStatement,
  type Signed,
  sealLine,
} from './sealed-log';

const page = 2000;

const signedSeal = ({ signature, at, kind, ...seal }: Seal): Signed<SealStatement> => ({
  statement: { ...seal, kind: kind as SealKind, at: at.toISOString() },
  signature,
});

/**
 * The whole log: every step in the order of leaves, with seals and keys, line by line: times, ids, hashes and
 * commitments, no words. It holds one page at a time; what is taken meanwhile comes at the end or not at all.
 */
export async function* logLines(): AsyncGenerator<string> {
  const { lines, seals } = await readHead();
  yield* lines;
  for (let id = 1; id <= seals; id += 1) {
    const seal = await db().seal.findUnique({ where: { id } });
    // What is missing is left out: whoever recomputes the file finds it.
    if (!seal) continue;
    if (seal.kind === 'hourly') yield* sealedSteps(id);
    yield sealLine(signedSeal(seal));
  }
  yield* unsealedSteps(seals);
}

/** The same as text, as a file has it. */
export async function* logPieces(): AsyncGenerator<string> {
  for await (const line of logLines()) yield `${line}\n`;
}

/** All keys and seals without the steps: what everybody may read, and keeps elsewhere. */
export async function* rootLines(): AsyncGenerator<string> {
  yield rootsLine;
  const keys = await db().sealKey.findMany({ orderBy: { nth: 'asc' } });
  yield* keys.map((it) => keyLine(signedKey(it)));
  for (let after: number | undefined = 0; after !== undefined; ) {
    const seals: Seal[] = await db().seal.findMany({
      where: { id: { gt: after }, keyId: { in: keys.map((it) => it.id) } },
      orderBy: { id: 'asc' },
      take: page,
    });
    yield* seals.map((it) => sealLine(signedSeal(it)));
    after = seals.at(-1)?.id;
  }
}

/** How far it reaches, at one instant. */
const readHead = () =>
  db().$transaction(
    async (transaction) => {
      const last = await transaction.seal.findFirst({ orderBy: { id: 'desc' } });
      const hour = await transaction.seal.findFirst({
        where: { kind: 'hourly' },
        orderBy: { id: 'desc' },
      });
      const at = await databaseClock(transaction);
      const { keys, signer } = await keyChain(transaction, at);
      const statement = {
        format: logFormat,
        at: at.toISOString(),
        seals: last?.id ?? 0,
        stretches: hour ? hour.from + hour.count : 0,
        root: last?.root ?? noRoot,
        keyId: signer.keyId,
      };
      const head = headLine({ statement, signature: signer.sign(headText(statement)) });
      return { seals: statement.seals, lines: [head, ...keys.map((it) => keyLine(signedKey(it)))] };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );

interface Behind {
  appealId: string;
  seq: number;
}

const beginning: Behind = { appealId: '00000000-0000-0000-0000-000000000000', seq: 0 };

/** The steps a seal covers, in the order of its leaves. */
const sealedSteps = (sealId: number) =>
  paged(
    ({ appealId, seq }) => Prisma.sql`
      SELECT e.* FROM "SealedStretch" s
      JOIN case_steps(s."appealId") e ON e.seq BETWEEN s."fromSeq" AND s."toSeq"
      WHERE s."sealId" = ${sealId} AND s."appealId" >= ${appealId}::uuid
        AND (s."appealId", e.seq) > (${appealId}::uuid, ${seq}::int)
      ORDER BY s."appealId", e.seq LIMIT ${page}`,
  );

const unsealedSteps = (lastSeal: number) =>
  paged(
    ({ appealId, seq }) => Prisma.sql`
      WITH sealed AS (
        SELECT "appealId", max("toSeq") AS "toSeq" FROM "SealedStretch" WHERE "sealId" <= ${lastSeal} GROUP BY 1
      ), step AS (
        SELECT e.* FROM "Event" e LEFT JOIN sealed s ON s."appealId" = e."appealId"
        WHERE e.seq > coalesce(s."toSeq", 0)
        UNION ALL
        -- Nothing is archived before it is sealed: what is there all the same is told as well.
        SELECT e.* FROM "ArchivedCase" c LEFT JOIN sealed s ON s."appealId" = c."appealId"
        CROSS JOIN archived_steps(c) e WHERE c."toSeq" > coalesce(s."toSeq", 0) AND e.seq > coalesce(s."toSeq", 0)
      )
      SELECT e.* FROM step e
      WHERE (e."appealId", e.seq) > (${appealId}::uuid, ${seq}::int)
      ORDER BY e."appealId", e.seq LIMIT ${page}`,
  );

async function* paged(asked: (behind: Behind) => Prisma.Sql): AsyncGenerator<string> {
  for (let behind: Behind | undefined = beginning; behind; ) {
    const events: EventRow[] = await db().$queryRaw<EventRow[]>(asked(behind));
    yield* events.map(eventLine);
    behind = events.length < page ? undefined : events.at(-1);
  }
}
