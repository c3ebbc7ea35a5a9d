import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '@/lib/rule-sets/presets';
import {
  type ActiveLimit,
  limitUnits,
  mostOf,
  uncoveredKinds,
  whyNotAmount,
  whyNotLimit,
  whyNotRetireLimit,
} from '@/lib/rules/limit-checks';
import { planPreset } from '@/lib/rules/preset-plan';
import { whyNotSetting } from '@/lib/rules/setting-bounds';
import { isStricter, tightenedBelow } from '@/lib/rules/stricter';
import { dueAt } from '@/lib/sla/allowance';
import type { Calendar } from '@/lib/sla/calendar';
import { holidayRows } from '@/lib/sla/holidays';
import type { Allowance } from '@/lib/sla/limit';

const active = (code: keyof typeof presets): ActiveLimit[] =>
  presets[code].limits.map((it, index) => ({ ...it, id: `${code}-${index}`, categoryId: null }));

const beijing = active('beijing');
const [
  first = (() => {
    throw new Error('no limit');
  })(),
] = beijing;
const codes = (problems: readonly { code: string }[]) => problems.map((it) => it.code);

describe('limits beside those in force', () => {
  it.each([0, -1, 1.5, 87_601, Number.NaN])('refuses %s hours', (amount) => {
    expect(codes(whyNotAmount({ amount, unit: 'hours' }))).toEqual(['notBetween']);
  });

  it.each(limitUnits)(
    'lets %s reach their most and no further: a thousand years are none',
    (unit) => {
      expect(whyNotAmount({ amount: mostOf[unit], unit })).toEqual([]);
      expect(whyNotAmount({ amount: mostOf[unit] + 1, unit })).toHaveLength(1);
      expect(whyNotAmount({ amount: 365_000, unit })).toHaveLength(1);
    },
  );

  it('refuses two of one key, but not the row that takes its place, nor another level', () => {
    expect(codes(whyNotLimit(beijing, first))).toEqual(['sameKey']);
    expect(whyNotLimit(beijing, first, first.id)).toEqual([]);
    expect(whyNotLimit(beijing, { ...first, level: 'county' })).toEqual([]);
    expect(whyNotLimit(beijing, { ...first, categoryId: 'heating' })).toEqual([]);
  });

  it('keeps the last limit of a clock, lets one go that another stands in for', () => {
    const rate = beijing.find((it) => it.kind === 'rate');
    const urgentContact = beijing.find((it) => it.kind === 'contact' && it.urgency);
    const promise = beijing.find((it) => it.kind === 'promise' && it.urgency === 'complex');
    expect(codes(whyNotRetireLimit(beijing, rate?.id ?? ''))).toEqual(['lastGeneral']);
    expect(codes(whyNotRetireLimit(beijing, promise?.id ?? ''))).toEqual(['lastGeneral']);
    expect(whyNotRetireLimit(beijing, urgentContact?.id ?? '')).toEqual([]);
  });

  it('a limit for one category covers nobody else', () => {
    const rest = beijing.filter((it) => it.kind !== 'decide');
    const decide = beijing.filter((it) => it.kind === 'decide');
    expect(uncoveredKinds([...rest, ...decide.map((it) => ({ ...it, categoryId: 'x' }))])).toEqual([
      'decide',
    ]);
    expect(uncoveredKinds(beijing)).toEqual([]);
  });
});

describe('the numbers of a rule set', () => {
  it('refuses what nobody means', () => {
    expect(codes(whyNotSetting('extendTimes', { amount: 11, unit: null }))).toEqual(['notBetween']);
    expect(codes(whyNotSetting('extendTimes', { amount: 1, unit: 'hours' }))).toEqual([
      'chooseOne',
    ]);
    expect(codes(whyNotSetting('parkMost', { amount: 0, unit: null }))).toEqual([
      'notBetween',
      'chooseOne',
    ]);
  });

  it.each(Object.values(presets))('takes those of preset $code', ({ settings }) => {
    for (const it of settings) expect(whyNotSetting(it.key, it), it.key).toEqual([]);
  });
});

const calendar: Calendar = {
  version: 1,
  zone: 'Asia/Shanghai',
  days: new Map(holidayRows(2010, 2026).map((it) => [it.on, it.working])),
  lastKnownYear: 2026,
  businessEndsAt: '18:00',
};

describe('a lower level stricter than the one above', () => {
  const province = {
    ...first,
    urgency: 'ordinary' as const,
    amount: 7,
    unit: 'calendarDays' as const,
  };
  const upper = { ...province, level: 'province' as const };
  const county = (allowance: Allowance) => ({
    ...province,
    ...allowance,
    level: 'county' as const,
  });
  const flagged = (allowance: Allowance) => {
    const lower = county(allowance);
    return tightenedBelow([upper, lower], '18:00').get(lower) === upper;
  };

  it.each<[number, Allowance['unit'], boolean]>([
    [5, 'calendarDays', true],
    [24, 'hours', true],
    [7, 'calendarDays', false],
    [8, 'calendarDays', false],
    [7, 'workingDays', false],
    // Five working days may be shorter or longer than seven days: it depends on the holidays.
    [5, 'workingDays', false],
    [200, 'hours', false],
  ])('%s %s beneath seven days: %s', (amount, unit, expected) => {
    expect(flagged({ amount, unit })).toBe(expected);
  });

  it('compares only what speaks of the very same, and only downwards', () => {
    const lower = county({ amount: 1, unit: 'hours' });
    expect(tightenedBelow([upper, lower], '18:00').size).toBe(1);
    expect(tightenedBelow([upper, { ...lower, urgency: null }], '18:00').size).toBe(0);
    expect(tightenedBelow([upper, { ...lower, categoryId: 'x' }], '18:00').size).toBe(0);
    expect(tightenedBelow([upper, { ...lower, kind: 'rate' }], '18:00').size).toBe(0);
    expect(tightenedBelow([upper, { ...lower, level: 'province' }], '18:00').size).toBe(0);
    expect(tightenedBelow([upper, { ...lower, level: 'national' }], '18:00').size).toBe(0);
  });

  it('is never called so where it ends later on any day since 2010', () => {
    const allowance = fc.record({
      amount: fc.integer({ min: 1, max: 60 }),
      unit: fc.constantFrom(...limitUnits),
    });
    const begin = fc
      .integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2026, 8, 1) / 60_000 })
      .map((minute) => new Date(minute * 60_000));
    let compared = 0;
    fc.assert(
      fc.property(allowance, allowance, begin, (one, other, at) => {
        const hours = {
          ...other,
          amount: other.unit === 'hours' ? other.amount * 20 : other.amount,
        };
        if (!isStricter(one, hours, '18:00')) return;
        compared += 1;
        const [a, b] = [one, hours].map((it) => dueAt(at, it, calendar).getTime());
        expect(a).toBeLessThanOrEqual(b ?? 0);
      }),
      { numRuns: 4_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});

describe('what a preset would change', () => {
  const now = { ruleSet: 'beijing', limits: beijing, settings: presets.beijing.settings };

  it('is nothing where it is in force as it ships', () => {
    const plan = planPreset(presets.beijing, now);
    expect([plan.limits, plan.settings]).toEqual([[], []]);
  });

  it('shows each limit that goes, comes or differs, and no other', () => {
    const extra = { ...first, id: 'own', categoryId: 'heating', amount: 1 };
    const plan = planPreset(presets.shanghai, { ...now, limits: [...beijing, extra] });
    const own = plan.limits.find((it) => it.categoryId === 'heating');
    expect(own).toMatchObject({ was: [extra], will: [] });
    const accept = plan.limits.find((it) => it.kind === 'accept' && it.urgency === 'extraUrgent');
    expect(accept).toMatchObject({ was: [], will: [{ amount: 2, unit: 'hours' }] });
    expect(plan.limits.some((it) => it.kind === 'rate')).toBe(false);
  });

  it('has another fingerprint once anything differs', () => {
    const one = planPreset(presets.shanghai, now).fingerprint;
    const more = beijing.map((it) => (it === first ? { ...it, amount: 3 } : it));
    expect(planPreset(presets.shanghai, { ...now, limits: more }).fingerprint).not.toBe(one);
    expect(planPreset(presets.shandong, now).fingerprint).not.toBe(one);
    expect(planPreset(presets.shanghai, now).fingerprint).toBe(one);
  });
});
