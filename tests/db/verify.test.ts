// ASVS 5.0: 16.4.2
import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { act } from '@/prisma/seed/scene';
import { scenes } from '@/prisma/seed/scenes';
import { withClient } from '@/scripts/launcher/with-client';
import { ready } from '../support/county';

const cast = await ready();
for (const scene of scenes.slice(0, 6)) await act(scene, cast, new Date());

const asOwner = (sql: string) =>
  withClient(process.env.DATABASE_URL ?? '', (client) => client.query(sql));

it('a log as written adds up', async () => {
  expect(await verifyChains()).toMatchObject({ appeals: 6, faults: [] });
});

it('whoever owns the database cannot change, drop or cut off an event, nor change its words, unnoticed', async () => {
  const [first, second, third] = await db().appeal.findMany({
    where: { lastSeq: { gt: 2 } },
    orderBy: { id: 'asc' },
  });
  await asOwner(
    `UPDATE "Event" SET at = at - interval '1 hour' WHERE "appealId" = '${first?.id}' AND seq = 2`,
  );
  await asOwner(`DELETE FROM "Event" WHERE "appealId" = '${second?.id}' AND seq = 2`);
  await asOwner(
    `DELETE FROM "Event" WHERE "appealId" = '${third?.id}' AND seq = ${third?.lastSeq}`,
  );
  const others = await db().appeal.findMany({
    where: { id: { notIn: [first?.id ?? '', second?.id ?? '', third?.id ?? ''] } },
    orderBy: { id: 'asc' },
  });
  const [fourth, fifth] = others;
  await asOwner(
    `UPDATE "Text" SET body = '很好' WHERE "appealId" = '${fourth?.id}' AND seq = 1 AND field = 'what'`,
  );
  await asOwner(`UPDATE "Detail" SET what = '很好' WHERE "appealId" = '${fifth?.id}'`);
  const { faults } = await verifyChains();
  const expected = [
    { caseNumber: first?.caseNumber, seq: 2, fault: 'altered' },
    { caseNumber: second?.caseNumber, seq: 3, fault: 'gap' },
    { caseNumber: third?.caseNumber, seq: third?.lastSeq, fault: 'headDiffers' },
    { caseNumber: fourth?.caseNumber, seq: 1, fault: 'wordsDiffer' },
    { caseNumber: fifth?.caseNumber, seq: 1, fault: 'detailDiffers' },
  ];
  const byNumber = (it: { caseNumber?: string | undefined }) => String(it.caseNumber);
  const sorted = <T extends { caseNumber?: string | undefined }>(list: T[]) =>
    list.toSorted((a, b) => (byNumber(a) < byNumber(b) ? -1 : 1));
  expect(sorted(faults)).toEqual(sorted(expected));
});
