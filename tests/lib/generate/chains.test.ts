import { expect, it } from 'vitest';
import { chainFault, type EventRow } from '@/lib/appeals/event';
import { playCase } from '@/scripts/generate/play-case';
import { momentsOf } from '@/scripts/generate/seasons';
import { calendar } from '@/tests/support/pure-world';
import { daysOf, scene } from './world';

function cases(seed: number, count: number) {
  const ground = scene(seed, count);
  return daysOf(seed, count).flatMap((day) =>
    momentsOf(day, calendar, seed).map((at, nth) => {
      const rows = playCase(ground, day.first + nth, { day: day.day, at, inDay: nth + 1 });
      return Object.fromEntries(rows) as Record<string, readonly object[]>;
    }),
  );
}

const made = cases(7, 250);
const events = (it: (typeof made)[number]) => it.Event as EventRow[];

it('every chain adds up', () => {
  expect(made.map((it) => chainFault(events(it)))).toEqual(made.map(() => null));
});

it('an altered event is found', () => {
  const [first] = made;
  const log = first ? events(first).map((it) => ({ ...it })) : [];
  const second = log[1];
  if (second) second.round += 1;
  expect(chainFault(log)).toEqual({ seq: 2, fault: 'altered' });
});

it('nothing happens at or after the last day, and never backwards', () => {
  const end = new Date('2026-11-19T16:00:00Z');
  for (const log of made.map(events)) {
    const times = log.map((it) => it.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(log.every((it) => it.at < end)).toBe(true);
  }
});

it('case numbers of a day count up from one without a gap', () => {
  const numbers = made.flatMap((it) =>
    (it.Appeal as { caseNumber: string }[]).map((row) => row.caseNumber),
  );
  for (const day of new Set(numbers.map((it) => it.slice(0, 8)))) {
    const counts = numbers.filter((it) => it.startsWith(day)).map((it) => Number(it.slice(8)));
    expect(counts).toEqual(counts.map((_, nth) => nth + 1));
  }
  expect(new Set(numbers).size).toBe(250);
});

it('plays what a county lives through: returns, requests, rounds, cards, verdicts, interviews', () => {
  const verbs = new Set(made.flatMap(events).map((it) => it.verb));
  const lived = [
    'dispatch',
    'sendBack',
    'accept',
    'contact',
    'missContact',
    'card',
    'supervise',
    'askFor',
    'grant',
    'resolve',
    'judge',
    'interview',
    'lapse',
  ];
  expect(lived.filter((it) => !verbs.has(it as EventRow['verb']))).toEqual([]);
  expect(made.some((it) => (it.Round?.length ?? 0) > 1)).toBe(true);
});
