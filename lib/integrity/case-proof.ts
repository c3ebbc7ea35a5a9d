import { db, type Transaction } from '@/lib/db/client';
import type { Seal } from '@/lib/db/generated/client';
import { Prisma } from '@/lib/db/generated/client';
import type { VoiceActor } from '@/lib/people/actor';
import { pathOf } from './merkle';
import { dayLeaves, leafOf, logFormat, type Proof } from './sealed-log';

/** The proof of one's own case, and the seals it leads to, oldest first. */
export interface CaseProof {
  proof: Proof;
  seals: Seal[];
}

/** For whoever holds a private link of the case: which seals its steps stand under, and the way to each root. */
export const caseProof = ({ appealId }: VoiceActor): Promise<CaseProof> =>
  db().$transaction(
    async (transaction) => {
      const { lastSeq } = await transaction.appeal.findUniqueOrThrow({
        where: { id: appealId },
        select: { lastSeq: true },
      });
      const own = await transaction.sealedStretch.findMany({
        where: { appealId },
        orderBy: { toSeq: 'asc' },
        include: { seal: true },
      });
      const stretches: Proof['stretches'] = [];
      const days: Proof['days'] = [];
      for (const { fromSeq, toSeq, hash, sealId, seal } of own) {
        stretches.push({
          fromSeq,
          toSeq,
          hash,
          seal: sealId,
          ...(await wayToHour(transaction, sealId, appealId)),
        });
        days.push(...(await wayToDay(transaction, seal)));
      }
      const proof = { format: logFormat, appealId, steps: lastSeq, stretches, days };
      return { proof, seals: own.map((it) => it.seal) };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );

const hex = (path: Buffer[]) => path.map((it) => it.toString('hex'));

async function wayToHour(transaction: Transaction, sealId: number, appealId: string) {
  const leaves = await transaction.sealedStretch.findMany({
    where: { sealId },
    orderBy: { appealId: 'asc' },
  });
  const index = leaves.findIndex((it) => it.appealId === appealId);
  return { index, path: hex(pathOf(leaves.map(leafOf), index)) };
}

/** Nothing before the day has its root. */
async function wayToDay(transaction: Transaction, seal: Seal): Promise<Proof['days']> {
  const daily = { kind: 'daily', id: { gt: seal.id } };
  const day = await transaction.seal.findFirst({ where: daily, orderBy: { id: 'asc' } });
  if (!day) return [];
  const before = await transaction.seal.findFirst({
    where: { kind: 'daily', id: { lt: seal.id } },
    orderBy: { id: 'desc' },
  });
  const hours = await transaction.seal.findMany({
    where: { kind: 'hourly', id: { gt: before?.id ?? 0, lt: day.id } },
    orderBy: { id: 'asc' },
  });
  const leaves = dayLeaves(
    day.prevRoot,
    hours.map((it) => it.root),
  );
  const index = 1 + hours.findIndex((it) => it.id === seal.id);
  const way = { index, size: leaves.length, path: hex(pathOf(leaves, index)) };
  return [{ seal: seal.id, daily: day.id, ...way }];
}
