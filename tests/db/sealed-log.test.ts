// ASVS 5.0: 11.6.1, 16.4.2
import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { caseProof } from '@/lib/integrity/case-proof';
import { checkProof } from '@/lib/integrity/check-proof';
import { logLines, logPieces, rootLines } from '@/lib/integrity/read-log';
import { newestSeals } from '@/lib/integrity/read-seals';
import { rootsStream } from '@/lib/integrity/roots-stream';
import { type Proof, proofLine } from '@/lib/integrity/sealed-log';
import { sealDue } from '@/lib/integrity/sealer';
import { type Checks, verifyLog } from '@/lib/integrity/verify-log';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { act } from '@/prisma/seed/scene';
import { scenes } from '@/prisma/seed/scenes';
import { withClient } from '@/scripts/launcher/with-client';
import { person, ready } from '../support/county';

const cast = await ready();
for (const scene of scenes.slice(0, 6)) await act(scene, cast, new Date());

const asOwner = (sql: string) =>
  withClient(process.env.DATABASE_URL ?? '', (client) => client.query(sql));

const start = Date.parse('2026-11-29T08:30:00+08:00');
/** So many hours after half past eight in the morning. */
const after = (hours: number) => new Date(start + hours * 3_600_000);

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

const verified = (checks?: Checks) => verifyLog(logPieces(), checks);

const input = {
  what: '三单元门口的灯不亮了',
  place: '东街 9 号',
  name: '钱桂兰',
  phone: '13912345678',
};

async function file(): Promise<string> {
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  return filed.appealId;
}

const annotate = async (appealId: string) => {
  const step = { appealId, verb: 'annotate' as const, input: { note: '已问过物业' } };
  expect(await perform(step, person('chenjing'))).toMatchObject({ ok: true });
};

it('a log without a seal says that nothing vouches for it', async () => {
  const events = await db().event.count();
  expect(await verified()).toMatchObject({
    fault: null,
    sums: { events, unsealed: events, seals: 0 },
  });
});

it('whatever ends a sealer half way, no half seal is left', async () => {
  await asOwner(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the power went'; END $$;
    CREATE TRIGGER fail AFTER INSERT ON "SealedStretch" EXECUTE FUNCTION fail()`);
  await expect(sealDue(after(0))).rejects.toThrow('the power went');
  expect([await db().seal.count(), await db().sealKey.count()]).toEqual([0, 0]);
  await asOwner('DROP TRIGGER fail ON "SealedStretch"');
});

it('two sealers at once make one seal of the hour and one of the day, over all there is', async () => {
  const made = await Promise.all([sealDue(after(0)), sealDue(after(0)), sealDue(after(0))]);
  expect(made.reduce((sum, it) => sum + it, 0)).toBe(2);
  expect(await db().seal.groupBy({ by: ['kind'], _count: true })).toEqual(
    expect.arrayContaining([
      { kind: 'hourly', _count: 1 },
      { kind: 'daily', _count: 1 },
    ]),
  );
  const events = await db().event.count();
  const appeals = await db().appeal.count();
  expect(await verified()).toMatchObject({
    fault: null,
    sums: { events, appeals, seals: 2, unsealed: 0 },
  });
});

it('later steps are in later seals; the hour and the day are sealed once, and what was missed is made up', async () => {
  const appealId = await file();
  expect(await sealDue(after(0.4))).toBe(0);
  expect(await sealDue(after(1))).toBe(1);
  await annotate(appealId);
  // Days without a worker.
  expect(await sealDue(after(80))).toBe(2);
  expect(await sealDue(after(80.3))).toBe(0);
  const stretches = await db().sealedStretch.findMany({
    where: { appealId },
    orderBy: { toSeq: 'asc' },
    select: { fromSeq: true, toSeq: true, sealId: true },
  });
  const { lastSeq } = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
  expect(stretches).toEqual([
    { fromSeq: 1, toSeq: lastSeq - 1, sealId: 3 },
    { fromSeq: lastSeq, toSeq: lastSeq, sealId: 4 },
  ]);
  // An hour in which nothing happened has no seal, a day has one.
  expect(await sealDue(after(81))).toBe(0);
  expect(await sealDue(after(110))).toBe(1);
});

it('a clock that was set back turns no order round', async () => {
  await annotate(await file());
  expect(await sealDue(after(2))).toBe(0);
  expect(await sealDue(after(111))).toBe(1);
  expect(await verified()).toMatchObject({ fault: null, sums: { unsealed: 0 } });
});

it('roots say nothing of anybody, and the log holds no words and no numbers of residents', async () => {
  const appealId = await file();
  const { caseNumber } = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
  const [log, roots] = [(await all(logLines())).join(), (await all(rootLines())).join()];
  for (const planted of Object.values(input)) {
    expect(log).not.toContain(planted);
    expect(roots).not.toContain(planted);
  }
  expect(log).toContain(appealId);
  expect(roots).not.toContain(appealId);
  expect(`${log}${roots}`).not.toContain(caseNumber);
});

it('everybody may have the file of roots, and look at the newest of them', async () => {
  const { daily, hourly, fingerprint } = await newestSeals();
  const lines = await all(rootLines());
  expect(await new Response(rootsStream()).text()).toBe(lines.map((it) => `${it}\n`).join(''));
  expect(hourly[0]?.id).toBe(
    await db()
      .seal.aggregate({ where: { kind: 'hourly' }, _max: { id: true } })
      .then((it) => it._max.id),
  );
  for (const list of [daily, hourly]) {
    expect(list.length).toBeGreaterThan(0);
    expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).toSorted((a, b) => b - a));
  }
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  // Whoever stops half way leaves nothing open.
  const reader = rootsStream().getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe(`${lines[0]}\n`);
  await reader.cancel();
  expect(await reader.read()).toEqual({ done: true, value: undefined });
});

it('the application can add seals, and neither change nor remove them', async () => {
  for (const table of ['Seal', 'SealKey', 'SealedStretch']) {
    await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(
      'permission denied',
    );
    await expect(
      db().$executeRawUnsafe(
        `UPDATE "${table}" SET "${table === 'SealedStretch' ? 'hash' : 'signature'}" = ''`,
      ),
    ).rejects.toThrow('permission denied');
  }
});

it('words that are erased leave the log as it was', async () => {
  const before = await all(logLines());
  await asOwner(
    `UPDATE "Text" SET body = NULL, salt = NULL, "erasedAt" = now() WHERE field = 'what'`,
  );
  const found = (await all(logLines())).slice(1);
  expect(found).toEqual(before.slice(1));
});

it('whoever follows a case can prove that it stands in the sealed log, with roots kept elsewhere', async () => {
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const { appealId, voiceId } = filed;
  const voice = mintVoice(voiceId, appealId);
  expect((await caseProof(voice)).proof).toMatchObject({ stretches: [], days: [] });
  await file();
  await sealDue(after(112));
  await annotate(appealId);
  await sealDue(after(113));
  await annotate(appealId);
  const { proof } = await caseProof(voice);
  const seals = (await all(rootLines())).filter((it) => it.startsWith('{"seal"'));
  const checked = (changed: Partial<Proof>) =>
    checkProof(proofLine({ ...proof, ...changed }), seals);
  expect(checked({})).toEqual({
    fault: null,
    appealId,
    sealed: proof.steps - 1,
    steps: proof.steps,
  });
  expect(proof.stretches).toHaveLength(2);
  expect(proof.days).toHaveLength(1);
  const [first, second] = proof.stretches;
  const other = await db().sealedStretch.findFirstOrThrow({
    where: { appealId: { not: appealId } },
  });
  expect(checked({ appealId: other.appealId }).fault).toContain('do not lead to the root');
  expect(checked({ stretches: second ? [second] : [] }).fault).toBe('step 1 is left out');
  const changed = first ? [{ ...first, hash: other.hash }] : [];
  expect(checked({ stretches: changed }).fault).toContain('do not lead to the root');
  const [day] = proof.days;
  expect(checked({ days: day ? [{ ...day, index: 0 }] : [] }).fault).toContain('root of its day');
  expect(checkProof(proofLine(proof), []).fault).toContain('is not among the roots');
});

it('a new key is signed by the one before it, or nothing is sealed', async () => {
  Object.assign(settings(), { sealKey: 'a first key of thirty-two letters and more' });
  await annotate(await file());
  expect(await sealDue(after(114))).toBe(1);
  Object.assign(settings(), { sealKey: 'a second key of thirty-two letters and more' });
  await annotate(await file());
  await expect(sealDue(after(116))).rejects.toThrow('set HUIYIN_SEAL_KEY_BEFORE');
  Object.assign(settings(), { sealKeyBefore: 'a first key of thirty-two letters and more' });
  expect(await sealDue(after(116))).toBe(1);
  const found = await verified();
  expect(found).toMatchObject({ fault: null, sums: { unsealed: 0 } });
  expect(found.fault === null && found.sums.fingerprints).toHaveLength(3);
  Object.assign(settings(), { sealKey: undefined });
  await annotate(await file());
  await expect(sealDue(after(118))).rejects.toThrow('handed over');
  Object.assign(settings(), { sealKey: 'a second key of thirty-two letters and more' });
});

it('what the owner of the database does to the log is found and named', async () => {
  const kept = await all(rootLines());
  expect(await verifyLog(kept.map((it) => `${it}\n`))).toMatchObject({ fault: null });
  const expected = kept.filter((it) => it.startsWith('{"seal"'));
  const [first] = await db().appeal.findMany({ where: { lastSeq: { gt: 2 } }, take: 1 });
  const where = `"appealId" = '${first?.id}'`;
  const undone = async (doing: string, undoing: string) => {
    await asOwner(doing);
    const { fault } = await verified({ expected });
    await asOwner(undoing);
    return fault;
  };
  const moved = (hours: number) =>
    `UPDATE "Event" SET at = at + interval '${hours} hours' WHERE ${where} AND seq = 2`;
  expect(await undone(moved(1), moved(-1))).toBe(`case ${first?.id}, step 2: altered`);
  const aside = (from: string, to: string, which: string) =>
    `INSERT INTO ${to} SELECT * FROM ${from} WHERE ${which}; DELETE FROM ${from} WHERE ${which}`;
  for (const table of ['Event', 'SealedStretch', 'Seal']) {
    await asOwner(`CREATE TABLE "${table}Aside" AS SELECT * FROM "${table}" WHERE false`);
  }
  const gone = (table: string, which: string) =>
    undone(
      aside(`"${table}"`, `"${table}Aside"`, which),
      aside(`"${table}Aside"`, `"${table}"`, which),
    );
  expect(await gone('Event', `${where} AND seq = 2`)).toBe(
    `case ${first?.id}, step 3: step 2 should be here`,
  );
  expect(await gone('Event', where)).toMatch(
    /^seal 1 \(.*: it covers \d+ cases, and here are \d+$/,
  );
  expect(await gone('SealedStretch', where)).toMatch(/^seal 1 \(.*: it covers/);
  const { id } = await db().seal.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await asOwner(`CREATE TABLE kept AS SELECT * FROM "SealedStretch" WHERE "sealId" = ${id}`);
  await asOwner(`DELETE FROM "SealedStretch" WHERE "sealId" = ${id}`);
  expect(await gone('Seal', `id = ${id}`)).toBe(
    `seal ${id} is not the one that was kept elsewhere, or is missing`,
  );
  await asOwner('INSERT INTO "SealedStretch" SELECT * FROM kept');
  expect(await verified({ expected })).toMatchObject({ fault: null });
});
