import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadCaseFile } from '@/lib/appeals/load';
import { type Performed, perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { maskedContact } from '@/lib/contacts/masked';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { mintPerson, mintVoice, type PersonActor, playing } from '@/lib/people/actor';
import { installReferenceData } from '@/prisma/seed/reference';
import { countRows, type RowCounts, shrunk } from '@/scripts/backup/rows';
import { migrate, migrationsIn } from '@/scripts/launcher/migrations';
import { bringUpToDate } from '@/scripts/launcher/up-to-date';
import { withClient } from '@/scripts/launcher/with-client';
import { emptyDatabase } from '../support/database';
import { asOfFirst, putBack, whatWasLeft } from '../support/previous-landing';

/** A county that lived on the first landing comes to today's code. */

const migrations = resolve(import.meta.dirname, '../../prisma/migrations');
const left = whatWasLeft();
let ownerUrl: string;
let before: RowCounts;

/** Some hours after the last thing that happened on the old code. */
const later = new Date('2026-11-21T02:00:00Z');

beforeAll(async () => {
  ({ ownerUrl } = await emptyDatabase());
  await asOfFirst(ownerUrl);
  await putBack(ownerUrl, left);
  before = await withClient(ownerUrl, countRows);
  const appUrl = new URL(inject('cluster').webUrl);
  appUrl.pathname = new URL(ownerUrl).pathname;
  process.env.DATABASE_URL = ownerUrl;
  process.env.DATABASE_APP_URL = appUrl.href;
});

afterAll(() => db().$disconnect());

async function person(login: string): Promise<PersonActor> {
  const row = await db().person.findUniqueOrThrow({ where: { login }, include: { unit: true } });
  return playing(mintPerson({ ...row, unitPath: row.unit.path }), later);
}

const appeal = (status: 'dispatched' | 'resolved') =>
  db().appeal.findFirstOrThrow({
    where: { status, assignments: { some: { unit: { code: 'liuwan' }, untilAt: null } } },
    include: { voices: true, events: { orderBy: { seq: 'asc' } } },
  });

const asOwner = (sql: string) => withClient(ownerUrl, (client) => client.query(sql));

const done = (performed: Performed) => {
  if (!performed.ok) throw new Error(JSON.stringify(performed));
  return performed.file;
};

test("the old database comes to today's tables and loses nothing", async () => {
  for (const [table, rows] of left) expect([table, before[table]]).toEqual([table, rows.length]);
  expect(before.Appeal).toBe(30);
  const ahead = migrationsIn(migrations).filter((name) => name !== '0001_first');
  expect(ahead.length).toBeGreaterThan(0);
  expect(await migrate(ownerUrl, migrations)).toEqual(ahead);
  await bringUpToDate({ ownerUrl });
  await installReferenceData();
  expect(await migrate(ownerUrl, migrations)).toEqual([]);
  expect(shrunk(before, await withClient(ownerUrl, countRows))).toBeUndefined();
  const { rows } = await asOwner(`SELECT count(*)::int AS jobs FROM graphile_worker.jobs`);
  expect(rows[0].jobs).toBe(before.Notice);
});

test('its log adds up as it did, and would not if the way had changed a word', async () => {
  expect(await verifyChains()).toEqual({
    appeals: before.Appeal,
    events: before.Event,
    erased: 0,
    faults: [],
  });
  const { caseNumber } = await appeal('dispatched');
  const touched = `UPDATE "Event" SET at = at %s interval '1 second' WHERE seq = 1 AND "appealId" =
    (SELECT id FROM "Appeal" WHERE "caseNumber" = '${caseNumber}')`;
  await asOwner(touched.replace('%s', '+'));
  expect((await verifyChains()).faults).toEqual([{ caseNumber, seq: 1, fault: 'altered' }]);
  await asOwner(touched.replace('%s', '-'));
});

test('what is new says of the old what is true of it', async () => {
  expect(await db().installation.findUnique({ where: { id: 1 } })).toMatchObject({
    name: '澄河县接诉即办',
    ruleSet: 'beijing',
    demo: true,
    setUpAt: expect.any(Date),
    mark: null,
    phone: null,
  });
  expect(await db().appeal.count({ where: { trial: true } })).toBe(0);
  expect(await db().clock.count({ where: { card: { not: null } } })).toBe(0);
  expect(
    await db().person.findMany({ where: { OR: [{ digest: false }, { email: { not: null } }] } }),
  ).toEqual([]);
  expect(await db().limit.count({ where: { retiredAt: { not: null } } })).toBe(0);
  expect(await db().ruleSetting.count({ where: { ruleSet: 'beijing' } })).toBeGreaterThan(0);
  expect(await db().supervisionRule.count()).toBeGreaterThan(0);
});

test('where nobody has filed yet, set-up is still ahead', async () => {
  const { ownerUrl: fresh } = await emptyDatabase();
  await asOfFirst(fresh);
  await putBack(fresh, new Map([['Installation', left.get('Installation') ?? []]]));
  await migrate(fresh, migrations);
  const { rows } = await withClient(fresh, (client) =>
    client.query('SELECT "setUpAt" FROM "Installation"'),
  );
  expect(rows).toEqual([{ setUpAt: null }]);
});

test('people find their work and the whole story of a case', async () => {
  const handler = await person('zhaolimin');
  const inbox = await readInbox(handler, 'unit', 'all', null, 'Asia/Shanghai');
  const own = await db().turn.count({ where: { unit: { code: 'liuwan' } } });
  expect(inbox.rows).toHaveLength(own);
  expect(own).toBeGreaterThan(0);
  const { caseNumber, voices, events } = await appeal('resolved');
  const view = await viewCase(handler, caseNumber);
  expect(view?.story.length).toBeGreaterThan(3);
  expect(view?.story.at(0)).toMatchObject({ seq: 1, verb: 'file', at: events[0]?.at });
  expect(view?.detail.what).toContain('暖气一直不热');
  const contact = view && (await maskedContact(handler, view.file, voices[0]?.id ?? ''));
  expect(contact).toMatchObject({ name: '李*', phone: '138****5678' });
});

test('an old case goes on: the unit accepts it, contacts, resolves', async () => {
  const { id, caseNumber } = await appeal('dispatched');
  const handler = await person('zhaolimin');
  const step = async (verb: 'accept' | 'contact' | 'resolve', input: unknown) =>
    done(await perform({ appealId: id, verb, input }, handler));
  expect((await step('accept', {})).appeal.status).toBe('accepted');
  await step('contact', { how: 'telephone', said: '约好明天上门' });
  const file = await step('resolve', { outcome: 'done', answer: '已经清走' });
  expect(file.appeal.status).toBe('resolved');
  expect((await viewCase(handler, caseNumber))?.story.at(-1)).toMatchObject({ verb: 'resolve' });
  expect((await verifyChains()).faults).toEqual([]);
});

test('an old answer is judged, and not solved begins the next round', async () => {
  const { id, voices, round } = await appeal('resolved');
  const voice = playing(mintVoice(voices[0]?.id ?? '', id), later);
  const input = {
    round: String(round),
    solved: 'no',
    result: 'dissatisfied',
    handling: 'neutral',
    pressed: 'no',
    words: '半夜又冷了',
  };
  const file = done(await perform({ appealId: id, verb: 'judge', input }, voice));
  expect(file.appeal).toMatchObject({ status: 'dispatched', round: round + 1 });
  const again = await perform({ appealId: id, verb: 'judge', input }, voice);
  expect(again.ok).toBe(false);
  const loaded = await loadCaseFile(db(), id);
  expect(loaded?.file.verdicts.at(-1)).toMatchObject({ solved: 'no' });
  expect((await verifyChains()).faults).toEqual([]);
});
