import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { presets } from '@/lib/rule-sets/presets';
import { applyPreset, previewPreset } from '@/lib/rules/apply-preset';
import { addLimit, changeLimit, retireLimit } from '@/lib/rules/limit-changes';
import type { ActiveLimit } from '@/lib/rules/limit-checks';
import { readLimits, readRuleSet, readSettings } from '@/lib/rules/limit-queries';
import { sameTerms } from '@/lib/rules/preset-plan';
import { changeSetting } from '@/lib/rules/setting-changes';
import { tryLimit } from '@/lib/rules/try-limit';
import { person, ready } from '../support/county';

const cast = await ready();
const admin = person('wukai');
const codes = (problems: readonly { code: string }[]) => problems.map((it) => it.code);
const inForce = async () => readLimits(await readRuleSet());

async function limitOf(kind: string, urgency: string | null): Promise<ActiveLimit> {
  const found = (await inForce()).find((it) => it.kind === kind && it.urgency === urgency);
  if (!found) throw new Error(`no limit ${kind} ${urgency}`);
  return found;
}

const termsOf = ({ amount, unit, source, statutory, level }: ActiveLimit) => ({
  amount,
  unit,
  source,
  statutory,
  level,
});

it('a changed limit is a new row; what runs keeps what was copied onto it', async () => {
  const input = { what: '路灯不亮', place: '东街', phone: '13812345678' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const promise = { appealId: filed.appealId, kind: 'promise' as const };
  const before = await db().clock.findFirstOrThrow({ where: promise });
  const old = await limitOf('promise', 'ordinary');
  expect(await changeLimit(admin, old.id, { ...termsOf(old), amount: 5 })).toEqual([]);
  const retired = await db().limit.findUniqueOrThrow({ where: { id: old.id } });
  expect([retired.amount, retired.retiredAt === null]).toEqual([old.amount, false]);
  expect((await limitOf('promise', 'ordinary')).amount).toBe(5);
  expect(await db().clock.findFirstOrThrow({ where: promise })).toEqual(before);
  const log = await db().change.findFirstOrThrow({
    where: { subject: 'limit', action: 'changed' },
  });
  expect([log.before, log.after]).toEqual([{ amount: old.amount }, { amount: 5 }]);
});

it('refuses nothing, a thousand years, a twin, and the last of a clock', async () => {
  const rate = await limitOf('rate', null);
  const { id: _, ...fresh } = rate;
  expect(codes(await changeLimit(admin, rate.id, { ...termsOf(rate), amount: 0 }))).toEqual([
    'notBetween',
  ]);
  const years = { ...termsOf(rate), amount: 365_000 };
  expect(codes(await changeLimit(admin, rate.id, years))).toEqual(['notBetween']);
  expect(codes(await addLimit(admin, fresh))).toEqual(['sameKey']);
  expect(codes(await retireLimit(admin, rate.id))).toEqual(['lastGeneral']);
  expect(await limitOf('rate', null)).toEqual(rate);
});

it('a limit of a category goes with it, and the tool finds what appeals find', async () => {
  const categoryId = cast.categories.get('heating') ?? '';
  const old = await limitOf('promise', 'urgent');
  const { id: _, ...terms } = { ...old, categoryId, amount: 12, unit: 'hours' as const };
  expect(await addLimit(admin, { ...terms, urgency: null })).toEqual([]);
  const found = await tryLimit({ kind: 'promise', urgency: 'urgent', categoryId });
  expect([found?.limit.amount, found?.because]).toEqual([12, 'category']);
  const without = await tryLimit({ kind: 'promise', urgency: 'urgent', categoryId: null });
  expect([without?.limit.id, without?.because]).toEqual([old.id, 'urgency']);
});

it('two who each retire what the other leaves: one is refused', async () => {
  const general = await limitOf('contact', null);
  const { id: _, ...twin } = { ...general, level: 'city' as const };
  expect(await addLimit(admin, twin)).toEqual([]);
  const both = (await inForce()).filter((it) => it.kind === 'contact' && it.urgency === null);
  expect(both.map((it) => it.level)).toEqual(['county', 'city']);
  const results = await Promise.all(both.map((it) => retireLimit(admin, it.id)));
  expect(results.flatMap(codes)).toEqual(['lastGeneral']);
});

it('settings stay within bounds', async () => {
  const source = '本县自定';
  const terms = { amount: 90, unit: 'calendarDays' as const, source };
  expect(await changeSetting(admin, 'parkMost', terms)).toEqual([]);
  expect(codes(await changeSetting(admin, 'parkMost', { ...terms, amount: 100_000 }))).toEqual([
    'notBetween',
  ]);
  const row = (await readSettings(await readRuleSet())).find((it) => it.key === 'parkMost');
  expect(row?.amount).toBe(90);
});

it('a preset does what its preview showed, and going back starts from how it ships', async () => {
  const before = await inForce();
  const plan = await previewPreset('shanghai');
  expect(codes(await applyPreset(admin, 'shanghai', '0'.repeat(64)))).toEqual(['rulesChanged']);
  expect(await readRuleSet()).toBe('beijing');
  expect(await applyPreset(admin, 'shanghai', plan.fingerprint)).toEqual([]);

  const after = await inForce();
  const unlike = (rows: readonly ActiveLimit[], others: readonly ActiveLimit[]) =>
    rows.filter((row) => !others.some((it) => sameTerms(row, it)));
  const shown = (side: 'was' | 'will') =>
    plan.limits.flatMap((it) => (side === 'was' ? unlike(it.was, after) : it.will));
  expect(
    shown('was')
      .map((it) => it.source)
      .toSorted(),
  ).toEqual(
    unlike(before, after)
      .map((it) => it.source)
      .toSorted(),
  );
  for (const row of unlike(after, before)) {
    expect(shown('will').some((it) => sameTerms(row, it))).toBe(true);
  }
  expect(after).toHaveLength(presets.shanghai.limits.length);
  expect((await previewPreset('shanghai')).limits).toEqual([]);
  expect(await readSettings('shanghai')).toHaveLength(presets.shanghai.settings.length);

  const back = await previewPreset('beijing');
  expect(await applyPreset(admin, 'beijing', back.fingerprint)).toEqual([]);
  const shipped = await inForce();
  expect(shipped).toHaveLength(presets.beijing.limits.length);
  for (const row of presets.beijing.limits) {
    expect(shipped.filter((it) => sameTerms(it, row))).toHaveLength(1);
  }
});
