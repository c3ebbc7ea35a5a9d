import { describe, expect, it } from 'vitest';
import { type Preset, presetCodes } from '@/lib/rule-sets/preset';
import { presets } from '@/lib/rule-sets/presets';
import type { Calendar } from '@/lib/sla/calendar';
import {
  type ClockTimes,
  extendClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '@/lib/sla/clock';
import { type Allowance, chooseLimit, type Limit, type LimitRow } from '@/lib/sla/limit';
import { parseLocal } from '@/lib/time/civil';
import { china, beijing as onTheWall, readable } from '../sla/calendars';
import { beijing } from './examples/beijing';
import type { Example, Happening } from './examples/example';
import { petition } from './examples/petition';
import { shandong } from './examples/shandong';
import { shanghai } from './examples/shanghai';

const examples = { beijing, shanghai, shandong, petition };

function limitOf({ limits }: Preset, { rule, special }: Example): Limit {
  const [kind = '', urgency = 'ordinary'] = rule.split(' ');
  const general = limits.map((it): LimitRow => ({ ...it, categoryId: null }));
  const own = special && {
    kind,
    urgency: null,
    categoryId: 'own',
    source: 'the case’s',
    ...special,
  };
  const rows = own ? [...general, own] : general;
  const found = chooseLimit(rows, { kind, urgency, categoryPath: ['top', 'own'] });
  if (!found) throw new Error(`no limit for ${rule}`);
  return found;
}

function longestExtension({ settings }: Preset): Allowance {
  const most = settings.find((it) => it.key === 'extendMost');
  if (!most?.unit) throw new Error('no longest extension');
  return { amount: most.amount, unit: most.unit };
}

function played(preset: Preset, example: Example, calendar: Calendar): ClockTimes {
  const limit = limitOf(preset, example);
  let clock = startClock(onTheWall(example.from), limit, calendar);
  for (const happening of example.meanwhile ?? []) {
    const what = happening.slice(0, happening.indexOf(' '));
    const at = onTheWall(happening.slice(what.length + 1));
    if (what === 'pause') clock = pauseClock(clock, at, limit, calendar);
    else if (what === 'resume') clock = resumeClock(clock, at, limit, calendar);
    else clock = extendClock(clock, at, longestExtension(preset), limit, calendar);
  }
  return clock;
}

function told(preset: Preset, example: Example, calendar: Calendar) {
  const clock = played(preset, example, calendar);
  const at = example.answered && parseLocal(example.answered[0], calendar.zone);
  return {
    due: readable(clock.dueAt),
    ...(example.yellow && { yellow: readable(clock.yellowAt) }),
    ...(example.red && { red: readable(clock.redAt) }),
    provisional: clock.provisional,
    ...(at && { outcome: stopClock(clock, at, 'done').outcome }),
  };
}

const expected = ({ due, yellow, red, provisional, answered }: Example) => ({
  due,
  ...(yellow && { yellow }),
  ...(red && { red }),
  provisional: provisional === true,
  ...(answered && { outcome: answered[1] }),
});

describe.each(presetCodes)('%s, counted by hand', (code) => {
  it.each(examples[code].map((it) => [it.from, it.rule, it] as const))('%s %s', (_, __, it) => {
    expect(told(presets[code], it, china), it.why).toEqual(expected(it));
  });

  it('has fifty different examples, in all three years, with what happens on the way', () => {
    const reckoned = examples[code];
    const apart = new Set(reckoned.map((it) => JSON.stringify({ ...it, why: '' })));
    expect(apart.size).toBe(reckoned.length);
    expect(apart.size).toBeGreaterThanOrEqual(50);
    const years = new Set(reckoned.map((it) => it.due.slice(0, 4)));
    expect([...years]).toEqual(expect.arrayContaining(['2024', '2025', '2026']));
    const verbs = reckoned
      .flatMap((it) => it.meanwhile ?? [])
      .map((it: Happening) => it.split(' ')[0]);
    expect([...new Set(verbs)].sort()).toEqual(['extend', 'pause', 'resume']);
    expect(new Set(reckoned.map((it) => it.rule.split(' ')[0])).size).toBeGreaterThanOrEqual(4);
  });

  it('is not what a calendar without holidays or make-up days gives', () => {
    const plain: Calendar = { ...china, days: new Map() };
    const wrong = examples[code].filter((it) => told(presets[code], it, plain).due !== it.due);
    expect(wrong.length).toBeGreaterThanOrEqual(25);
  });
});
