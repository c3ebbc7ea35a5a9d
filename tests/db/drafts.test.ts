import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import {
  dropDraft,
  endDraft,
  keepDraft,
  newDraft,
  readDraft,
  sweepDrafts,
  writeDraft,
} from '@/lib/drafts/keep';

import { ready } from '../support/county';

await ready();

const told = { what: '门口的井盖响', phone: '13912345678' };

it('keeps what was told, and nobody reads it in the database', async () => {
  const draft = { ...newDraft(), told };
  await keepDraft(draft);
  expect(await readDraft(draft.id)).toEqual(draft);
  const row = await db().draft.findUniqueOrThrow({ where: { id: draft.id } });
  for (const it of Object.values(told)) expect(JSON.stringify(row)).not.toContain(it);
  // Moved to another row it does not open.
  const other = newDraft();
  await db().draft.create({ data: { ...row, id: other.id } });
  await expect(readDraft(other.id)).rejects.toThrow();
  await dropDraft(other.id);
});

it('two writings at once both count', async () => {
  const draft = newDraft();
  await keepDraft(draft);
  const add = (name: string) =>
    writeDraft(draft.id, (it) => ({ told: { ...it.told, [name]: name }, version: it.version + 1 }));
  await Promise.all(['what', 'place', 'phone', 'name', 'wish'].map(add));
  const after = await readDraft(draft.id);
  expect(Object.keys(after?.told ?? {}).sort()).toEqual(['name', 'phone', 'place', 'what', 'wish']);
  expect(after?.version).toBe(6);
});

it('once filed, it keeps nobody’s words and is not written in again', async () => {
  const draft = { ...newDraft(), told };
  await keepDraft(draft);
  const filed = { caseNumber: '202611280001', voiceId: '00000000-0000-4000-8000-000000000001' };
  await endDraft(draft.id, filed);
  expect(await readDraft(draft.id)).toMatchObject({ told: {}, filed });
  expect(await writeDraft(draft.id, (it) => it)).toBeNull();
});

it('is forgotten a week after it was last written at, and not before', async () => {
  const [old, young] = [newDraft(), newDraft()];
  for (const it of [old, young]) await keepDraft(it);
  const age = (id: string, hours: number) => db().$executeRaw`
    UPDATE "Draft" SET "savedAt" = clock_timestamp() - make_interval(hours => ${hours}::int)
    WHERE id = ${id}::uuid`;
  await age(old.id, 7 * 24 + 1);
  await age(young.id, 7 * 24 - 1);
  expect(await sweepDrafts()).toBe(1);
  expect(await sweepDrafts()).toBe(0);
  expect(await readDraft(old.id)).toBeNull();
  expect(await readDraft(young.id)).not.toBeNull();
});
