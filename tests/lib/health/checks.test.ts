import { expect, test } from 'vitest';
import { type CheckName, checkNames, checks, stateOf } from '@/lib/health/checks';
import type { Facts } from '@/lib/health/facts';
import { findingsOf } from '@/lib/health/health';
import { readinessOf } from '@/lib/health/ready';
import { locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';

const at = new Date('2026-11-20T04:00:00Z');
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000);

const sound: Facts = {
  at,
  machineAt: at,
  database: { at, tookMs: 3 },
  migrations: { expected: ['0001_first', '0027_pulses'], applied: ['0001_first', '0027_pulses'] },
  pulsesSince: ago(60 * 24 * 365),
  pulses: new Map([
    ['worker', ago(0.1)],
    ['sweep', ago(1)],
    ['seal', ago(5)],
    ['measures', ago(1)],
    ['backup', ago(60 * 20)],
    ['archive', ago(60 * 24 * 6)],
  ]),
  recount: { finishedAt: ago(60 * 20), since: ago(60 * 24 * 365), differences: 0 },
  outbox: { due: 0, oldestDueAt: null, givenUp: 0, failing: [] },
  replica: { word: 'ok', asOf: at, lagMs: 40 },
  disk: { free: 100e9, total: 200e9 },
  keysOpen: true,
  photosThere: true,
  backupDays: 2,
  archiveYears: 10,
};

const pulse = (name: string, beat: Date | null): Partial<Facts> => {
  const pulses = new Map(sound.pulses);
  if (beat) pulses.set(name, beat);
  else pulses.delete(name);
  return { pulses };
};
const recounts = (more: Partial<NonNullable<Facts['recount']>>): Partial<Facts> => ({
  recount: { finishedAt: ago(60 * 20), since: ago(60 * 24 * 365), differences: 0, ...more },
});
const notices = (more: Partial<NonNullable<Facts['outbox']>>): Partial<Facts> => ({
  outbox: { due: 1, oldestDueAt: null, givenUp: 0, failing: [], ...more },
});

/** A fault planted for every word of the table. */
const faults: [CheckName, string, Partial<Facts>][] = [
  ['database', 'slow', { database: { at, tookMs: 1_500 } }],
  ['database', 'away', { database: null }],
  ['migrations', 'missing', { migrations: { expected: ['a', 'b'], applied: ['a'] } }],
  ['migrations', 'ahead', { migrations: { expected: ['a'], applied: ['a', 'b'] } }],
  [
    'migrations',
    'contracted',
    { migrations: { expected: ['a'], applied: ['a', '0053_contract_b', '0054_c'] } },
  ],
  ['disk', 'low', { disk: { free: 15e9, total: 200e9 } }],
  ['disk', 'full', { disk: { free: 3e9, total: 200e9 } }],
  ['worker', 'late', pulse('sweep', ago(4))],
  ['worker', 'stuck', pulse('sweep', ago(16))],
  ['worker', 'stopped', pulse('worker', ago(3))],
  ['seals', 'late', pulse('seal', ago(16))],
  ['seals', 'behind', pulse('seal', ago(121))],
  ['replica', 'behind', { replica: { word: 'behind', asOf: ago(1), lagMs: 60_000 } }],
  ['replica', 'untold', { replica: { word: 'behind', asOf: null, lagMs: null } }],
  ['replica', 'away', { replica: { word: 'away', asOf: null, lagMs: null } }],
  ['replica', 'promoted', { replica: { word: 'promoted', asOf: null, lagMs: null } }],
  ['replica', 'other', { replica: { word: 'other', asOf: null, lagMs: null } }],
  ['replica', 'none', { replica: null }],
  ['rollUps', 'late', pulse('measures', ago(16))],
  ['rollUps', 'behind', pulse('measures', ago(121))],
  ['recount', 'old', recounts({ finishedAt: ago(60 * 49) })],
  ['recount', 'differs', recounts({ differences: 3 })],
  ['outbox', 'waiting', notices({ oldestDueAt: ago(11) })],
  ['outbox', 'stuck', notices({ oldestDueAt: ago(61) })],
  ['gateways', 'givenUp', notices({ givenUp: 2 })],
  ['gateways', 'failing', notices({ failing: ['sms'] })],
  ['backup', 'old', pulse('backup', ago(60 * 49))],
  ['backup', 'never', pulse('backup', null)],
  ['backup', 'unwatched', { backupDays: 0 }],
  ['archive', 'old', pulse('archive', ago(60 * 24 * 9))],
  ['archive', 'off', { archiveYears: 0 }],
  ['clock', 'apart', { database: { at: ago(0.2), tookMs: 3 } }],
  ['clock', 'far', { database: { at: ago(2), tookMs: 3 } }],
  ['keys', 'wrong', { keysOpen: false }],
  ['photos', 'away', { photosThere: false }],
];

const said = (facts: Partial<Facts>) =>
  Object.fromEntries(findingsOf({ ...sound, ...facts }).map((it) => [it.check, it.word]));

test('where all is well every check says so, and it is ready', () => {
  expect(Object.values(said({}))).toEqual(checkNames.map(() => 'ok'));
  expect(readinessOf(findingsOf(sound), false)).toEqual({
    ready: true,
    words: {
      ...{ database: 'ok', migrations: 'ok', disk: 'ok', worker: 'ok', seals: 'ok' },
      replica: 'ok',
    },
  });
});

test.each(faults)('%s says %s, and no other check does', (check, word, fault) => {
  const words = said(fault);
  expect(words[check]).toBe(word);
  const others = checkNames.filter((it) => it !== check);
  // Without a database most cannot be told, which is no fault of theirs.
  expect(others.filter((it) => !['ok', 'unknown'].includes(words[it] ?? ''))).toEqual([]);
});

test('every word of the table has its planted fault', () => {
  const all = checkNames.flatMap((it) => Object.keys(checks[it].words).map((word) => [it, word]));
  expect(faults.map(([check, word]) => [check, word])).toEqual(all);
});

test('a word that is in no row is no state', () => {
  expect(() => stateOf('disk', 'wet')).toThrow('disk does not say wet');
});

test('a fresh installation whose worker has not begun yet is given its time', () => {
  const fresh = { pulses: new Map(), pulsesSince: ago(1) };
  expect(readinessOf(findingsOf({ ...sound, ...fresh }), false).ready).toBe(true);
  const old = { pulses: new Map(), pulsesSince: ago(200) };
  expect(said(old)).toMatchObject({ worker: 'stopped', seals: 'behind' });
});

test.each(faults)(
  '%s %s: ready counts what is bad in its rows, and serving fewer',
  (check, word, fault) => {
    const findings = findingsOf({ ...sound, ...fault });
    const bad = stateOf(check, word) === 'bad';
    expect(readinessOf(findings, true).ready).toBe(!(bad && checks[check].ready === 'serving'));
    expect(readinessOf(findings, false).ready).toBe(!(bad && checks[check].ready !== 'look'));
  },
);

test.each(locales())(
  '%s has a sentence of what, what it means and what to do for every word',
  async (locale) => {
    const health = (await messagesOf(locale)).health as {
      check: Record<string, string>;
      said: Record<string, Record<string, Record<string, string>>>;
    };
    expect(Object.keys(health.check)).toEqual(checkNames);
    for (const check of checkNames) {
      expect(Object.keys(health.said[check] ?? {})).toEqual(Object.keys(checks[check].words));
      for (const sentences of Object.values(health.said[check] ?? {}))
        expect(Object.keys(sentences)).toEqual(['what', 'means', 'next']);
    }
  },
);
