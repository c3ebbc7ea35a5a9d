import { describe, expect, it } from 'vitest';
import { clockKinds } from '@/lib/appeals/clocks';
import type { ClockKind, Urgency } from '@/lib/appeals/records';
import { house, type PresetLimit, presetCodes, settingKeys } from '@/lib/rule-sets/preset';
import { presets } from '@/lib/rule-sets/presets';
import { chooseLimit } from '@/lib/sla/limit';

const urgencies: Urgency[] = ['extraUrgent', 'urgent', 'ordinary', 'complex'];

/** The clocks that could not start, for want of a row. */
function uncovered(limits: readonly PresetLimit[]): string[] {
  const rows = limits.map((it) => ({ ...it, categoryId: null }));
  const asked = clockKinds.flatMap((kind) => urgencies.map((urgency) => ({ kind, urgency })));
  return asked
    .filter((it) => chooseLimit(rows, { ...it, categoryPath: [] }) === null)
    .map(({ kind, urgency }) => `${kind} ${urgency}`);
}

const twice = (words: readonly string[]) => words.filter((it, at) => words.indexOf(it) !== at);

describe.each(presetCodes)('%s', (code) => {
  const { limits, settings, supervision, ...about } = presets[code];

  it('has a limit for every clock at every urgency, and only one', () => {
    expect(uncovered(limits)).toEqual([]);
    expect(twice(limits.map((it) => `${it.kind} ${it.urgency}`))).toEqual([]);
  });

  it('would miss a kind that has no row', () => {
    const without = (kind: ClockKind) => uncovered(limits.filter((it) => it.kind !== kind));
    for (const kind of clockKinds) expect(without(kind)).toHaveLength(urgencies.length);
  });

  it('has a whole, sane amount and a source for every figure', () => {
    for (const { amount, source } of [...limits, ...settings]) {
      expect(Number.isSafeInteger(amount) && amount > 0 && amount <= 366, source).toBe(true);
    }
    const sources = [...limits, ...settings, ...supervision].map((it) => it.source);
    const unfounded = sources.filter((it) => !it.includes(house) && !/20\d\d|规则：/.test(it));
    expect(unfounded).toEqual([]);
  });

  it('calls no house default a law, and none the rule of anyone above the county', () => {
    const ours = limits.filter((it) => it.source.includes(house));
    expect(ours.filter((it) => it.statutory || it.level !== 'county')).toEqual([]);
    expect(limits.filter((it) => it.level === 'county').every((it) => ours.includes(it))).toBe(
      true,
    );
  });

  it('has every setting once: times without a unit, lengths with one', () => {
    expect(settings.map((it) => it.key).toSorted()).toEqual(settingKeys.toSorted());
    for (const { key, unit } of settings) {
      expect(unit === null, key).toBe(/Times$|Rounds$|Tries$/.test(key));
    }
  });

  it('supervises for every cause, later never at a lower level', () => {
    const causes = new Set(supervision.map((it) => it.cause));
    expect(causes.size).toBe(6);
    expect(twice(supervision.map((it) => `${it.cause} ${it.threshold}`))).toEqual([]);
    for (const cause of causes) {
      const steps = supervision.filter((it) => it.cause === cause);
      const inOrder = steps.toSorted((a, b) => a.threshold - b.threshold);
      expect(inOrder.map((it) => it.level)).toEqual(steps.map((it) => it.level).toSorted());
    }
  });

  it('says what it is in both languages', () => {
    expect(about.code).toBe(code);
    expect(about.name + about.about).toMatch(/\p{Script=Han}/u);
    expect(about.nameEn + about.aboutEn).not.toMatch(/\p{Script=Han}/u);
  });
});
