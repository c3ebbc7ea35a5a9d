import { beforeAll, expect, test } from 'vitest';
import { readInstallation } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import { allowDictation, dictationAllowed } from '@/lib/installation/dictation';
import { person, ready } from '../support/county';

beforeAll(ready);

const changes = () =>
  db().change.findMany({
    where: { subject: 'installation' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { before: true, after: true, personId: true },
  });

test('dictation is off until it is allowed, known at once, and written down once', async () => {
  const admin = person('wukai');
  expect(await dictationAllowed()).toBe(false);
  expect((await readInstallation()).dictation).toBe(false);
  const before = (await changes()).length;

  await allowDictation(admin, false);
  expect(await changes(), 'nothing changed').toHaveLength(before);

  await allowDictation(admin, true);
  await allowDictation(admin, true);
  expect(await dictationAllowed()).toBe(true);
  expect((await readInstallation()).dictation).toBe(true);

  await allowDictation(admin, false);
  expect(await dictationAllowed()).toBe(false);
  expect((await readInstallation()).dictation).toBe(false);
  expect((await changes()).slice(before)).toMatchObject([
    { before: { dictation: false }, after: { dictation: true } },
    { before: { dictation: true }, after: { dictation: false } },
  ]);
});
