import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Wanted } from '@/scripts/generate/arguments';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '@/tests/support/database';

const wanted: Wanted = { cases: 2000, years: 1, units: 60, seed: 7, until: '2026-11-20' };
const tables = [
  'Appeal',
  'Detail',
  'Keyword',
  'Voice',
  'Contact',
  'Round',
  'Assignment',
  'Clock',
  'Pause',
  'Extension',
  'Request',
  'Supervision',
  'Verdict',
  'Pressure',
  'Interview',
  'Message',
  'Text',
  'Event',
  'Notice',
  'Turn',
  'Unit',
  'Person',
  'Category',
  'CaseCounter',
];

let own: OwnDatabase;
let second: OwnDatabase;

async function filled(into: OwnDatabase, it: Wanted) {
  const { loadRules } = await import('@/lib/appeals/rules');
  const { fill } = await import('@/scripts/generate/fill');
  const { withCrew } = await import('@/scripts/generate/workers');
  const rules = await loadRules();
  return withCrew((crew) => fill(into.ownerUrl, it, rules, () => {}, crew));
}

/** Rows of every table but the hotline's own unit, whatever order they lie in. */
const digest = (url: string) =>
  withClient(url, async (client) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ digest: string; n: number }>(
        `SELECT count(*)::int AS n, md5(coalesce(string_agg(md5(t::text), '' ORDER BY t::text COLLATE "C"), '')) AS digest
         FROM "${table}" t ${table === 'Unit' ? `WHERE code <> 'hotline'` : ''}`,
      );
      found.push(`${table} ${rows[0]?.n} ${rows[0]?.digest}`);
    }
    return found;
  });

/** Every index, key and trigger as it stands. */
const shape = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ made: string }>(
      `SELECT indexdef AS made FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) FROM pg_constraint
       UNION ALL SELECT concat_ws(' ', tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
    );
    return rows.map((it) => it.made);
  });

const seen = {
  before: [] as string[],
  after: [] as string[],
  one: [] as string[],
  other: [] as string[],
};

beforeAll(async () => {
  second = await ownDatabase();
  own = await ownDatabase();
  seen.before = await shape(own.ownerUrl);
  await filled(own, wanted);
  seen.after = await shape(own.ownerUrl);
  seen.one = await digest(own.ownerUrl);
  await filled(second, wanted);
  seen.other = await digest(second.ownerUrl);
}, 240_000);

it('makes the same rows in two databases from the same arguments', () => {
  expect(seen.one).toEqual(seen.other);
  expect(seen.one.find((it) => it.startsWith('Appeal '))).toContain('Appeal 2000 ');
});

it('leaves every index, key and trigger as it was', () => {
  expect(seen.after).toEqual(seen.before);
});

it('adds up: every chain, every word, every head', async () => {
  const { verifyChains } = await import('@/lib/integrity/verify-chains');
  const { appeals, faults } = await verifyChains();
  expect(appeals).toBe(2000);
  expect(faults).toEqual([]);
}, 60_000);

it('every figure is the same from the log alone', async () => {
  const { recount } = await import('@/lib/recount/recount');
  const { wholePeriod } = await import('@/lib/recount/whole-period');
  const zone = 'Asia/Shanghai';
  const period = wholePeriod(null, null, zone);
  const found = await recount({ period, zone, at: new Date('2026-11-20T00:00:00+08:00') });
  expect(found).toMatchObject({ cases: 2000, untold: 0, differing: 0, differences: [], paths: [] });
  expect(found.window?.differences).toEqual([]);
  expect(found.window?.numbers).toBeGreaterThan(50);
  expect(found.counts.length).toBeGreaterThan(500);
}, 60_000);

it('counts agree: of one filer, one detail, one open lead, no turn of a closed case', async () => {
  const [counts] = await db().$queryRaw<Record<string, number>[]>`
    SELECT
      (SELECT count(*)::int FROM "Voice" WHERE role = 'filer') AS filers,
      (SELECT count(*)::int FROM "Detail") AS details,
      (SELECT count(*)::int FROM "Contact") AS contacts,
      (SELECT count(*)::int FROM "Event" WHERE verb = 'file') AS filed,
      (SELECT count(*)::int FROM "Turn" t JOIN "Appeal" a ON a.id = t."appealId"
        WHERE a.status = 'closed' AND t.capability IS DISTINCT FROM 'supervise'
          AND t.capability IS DISTINCT FROM 'takeOn' AND t.capability IS DISTINCT FROM 'review') AS stray,
      (SELECT count(*)::int FROM "Appeal" a WHERE status <> 'closed' AND NOT EXISTS (
        SELECT FROM "Turn" t WHERE t."appealId" = a.id)) AS forgotten,
      (SELECT sum(last)::int FROM "CaseCounter") AS numbered`;
  expect(counts).toEqual({
    filers: 2000,
    details: 2000,
    contacts: 2000,
    filed: 2000,
    stray: 0,
    forgotten: 0,
    numbered: 2000,
  });
});

it('has no work left over for the county’s own jobs up to its last day', async () => {
  const until = new Date('2026-11-19T16:00:00Z');
  const [left] = await db().$queryRaw<{ cards: number; lapses: number }[]>`
    SELECT
      (SELECT count(*)::int FROM "Clock" WHERE "stoppedAt" IS NULL AND card IS NULL
        AND kind IN ('promise', 'dispatch', 'accept', 'contact')
        AND "yellowAt" < ${new Date(until.getTime() - 120_000)}) AS cards,
      (SELECT count(*)::int FROM "Turn" WHERE capability = 'system'
        AND "notBefore" < ${new Date(until.getTime() - 120_000)}) AS lapses`;
  expect(left).toEqual({ cards: 0, lapses: 0 });
});

it('a telephone number finds its cases', async () => {
  const { searchCaller } = await import('@/lib/contacts/find-caller');
  const { decrypt } = await import('@/lib/contacts/cipher');
  const { mintPerson } = await import('@/lib/people/actor');
  const contact = await db().contact.findFirstOrThrow({ where: { phone: { not: null } } });
  const row = await db().person.findFirstOrThrow({
    where: { roles: { has: 'operator' } },
    include: { unit: true },
  });
  const operator = mintPerson({ ...row, unitPath: row.unit.path });
  const found = await searchCaller(operator, {
    phone: decrypt(contact.phone ?? '', contact.voiceId),
  });
  expect(found.ok).toBe(true);
  if (!found.ok) return;
  const lookup = await db().lookup.findUniqueOrThrow({ where: { id: found.lookupId } });
  expect(lookup.found).toBeGreaterThan(0);
});

it('puts no job on the queue: what was told years ago is not told again', async () => {
  const [queued] = await db().$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM "Notice" WHERE "settledAt" IS NULL`;
  expect(queued?.n).toBe(0);
});

it('refuses what it has made already', async () => {
  await expect(filled(own, wanted)).rejects.toThrow('--seed 7');
});

it('refuses a real county, and changes nothing there', async () => {
  const change = (demo: boolean) =>
    withClient(own.ownerUrl, (client) =>
      client.query('UPDATE "Installation" SET demo = $1', [demo]),
    );
  await change(false);
  await expect(filled(own, { ...wanted, seed: 8, cases: 5 })).rejects.toThrow('no demo');
  expect(await digest(own.ownerUrl)).toEqual(seen.one);
  expect(await shape(own.ownerUrl)).toEqual(seen.before);
  // The same county called a demo takes them: it was the mark that spoke against it.
  await change(true);
  await expect(filled(own, { ...wanted, seed: 8, cases: 5, years: 0.1 })).resolves.toMatchObject({
    cases: 5,
  });
}, 60_000);

it('an altered event is found', async () => {
  await withClient(own.ownerUrl, (client) =>
    client.query(
      `UPDATE "Event" SET round = round + 1 WHERE id = (SELECT id FROM "Event" WHERE seq = 3 ORDER BY id LIMIT 1)`,
    ),
  );
  const { verifyChains } = await import('@/lib/integrity/verify-chains');
  const { faults } = await verifyChains();
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ seq: 3, fault: 'altered' });
}, 60_000);
