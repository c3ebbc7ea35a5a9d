import { describe, expect, it, test } from 'vitest';
import { verbs } from '@/lib/appeals/lifecycle';
import { toldToVoices } from '@/lib/appeals/notices';
import { locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { channelFor } from '@/lib/notices/channel';
import { letterKinds } from '@/lib/notices/letter-facts';
import { afterQuietHours } from '@/lib/notices/quiet-hours';
import { type LetterParts, mailLetter, smsText } from '@/lib/notices/resident-letter';
import { nextTry, retriesMs } from '@/lib/notices/retries';
import { sampleLetters } from '@/lib/notices/sample-letters';
import { smsLength } from '@/lib/notices/sms/parts';
import { gatewaysToAsk } from '@/lib/notices/sms/send-sms';

const zone = 'Asia/Shanghai';
const at = new Date('2026-11-20T02:00:00Z');
const parts: LetterParts = {
  kind: 'dispatch',
  org: 'O',
  phone: '12345',
  caseNumber: '202611160417',
  unit: 'U',
  promisedAt: null,
  until: null,
  request: 'other',
  link: 'https://h/v/x',
};

describe.each(locales())('words to residents in %s', (locale) => {
  it.each([...letterKinds])('%s has them, with and without a date', async (kind) => {
    const words = await messagesOf(locale);
    for (const [promisedAt, until] of [
      [at, at],
      [null, null],
    ]) {
      const one = { ...parts, kind, promisedAt: promisedAt ?? null, until: until ?? null };
      const text = smsText(one, words, { locale, zone, at });
      expect(text).not.toMatch(/[{}]|none|undefined|letters\./);
      expect(text).toContain('https://h/v/x');
      const letter = mailLetter(one, words, { locale, zone, at }, 'https://h/stop/y');
      expect(`${letter.subject}${letter.text}`).not.toMatch(/[{}]|none|undefined/);
      expect(letter.headers?.['List-Unsubscribe']).toBe('<https://h/stop/y>');
    }
  });

  it('would notice a kind without words', async () => {
    const words = await messagesOf(locale);
    const kind = 'nothingOfTheKind';
    expect(() => smsText({ ...parts, kind }, words, { locale, zone, at })).toThrow(/nothingOf/);
  });
});

test('every step residents are told of is among the letters, and none is invented', () => {
  expect(toldToVoices.length).toBeGreaterThan(20);
  expect(letterKinds.filter((it) => !verbs.some((verb) => verb === it))).toEqual([
    'remindRating',
    'askWhetherItHolds',
  ]);
});

test('no example takes more than four parts', async () => {
  const publicUrl = 'https://huiyin.example.gov.cn';
  const samples = await sampleLetters({ publicUrl, phone: '12345', zone }, at);
  const long = samples.flatMap(({ kind, texts }) =>
    texts.filter((it) => it.length.parts > 4).map((it) => `${kind} ${it.locale}`),
  );
  expect(samples).toHaveLength(letterKinds.length);
  expect(long).toEqual([]);
});

test.each([
  ['a'.repeat(160), 'gsm7', 160, 1],
  ['a'.repeat(161), 'gsm7', 161, 2],
  ['a'.repeat(306), 'gsm7', 306, 2],
  ['a'.repeat(307), 'gsm7', 307, 3],
  ['€'.repeat(80), 'gsm7', 160, 1],
  [`${'a'.repeat(152)}€${'a'.repeat(153)}`, 'gsm7', 307, 3],
  ['字'.repeat(70), 'ucs2', 70, 1],
  ['字'.repeat(71), 'ucs2', 71, 2],
  ['字'.repeat(134), 'ucs2', 134, 2],
  ['字'.repeat(135), 'ucs2', 135, 3],
  [`${'字'.repeat(66)}😀${'字'.repeat(66)}`, 'ucs2', 134, 3],
  ['', 'gsm7', 0, 1],
])('%j is %s, %i places, %i parts', (text, alphabet, places, count) => {
  expect(smsLength(text)).toEqual({ alphabet, places, parts: count });
});

test.each([
  ['2026-11-20T12:59:00Z', '21:00-08:00', '2026-11-20T12:59:00Z'],
  ['2026-11-20T13:00:00Z', '21:00-08:00', '2026-11-21T00:00:00Z'],
  ['2026-11-20T23:59:00Z', '21:00-08:00', '2026-11-21T00:00:00Z'],
  ['2026-11-21T00:00:00Z', '21:00-08:00', '2026-11-21T00:00:00Z'],
  ['2026-11-20T05:00:00Z', '12:30-14:00', '2026-11-20T06:00:00Z'],
  ['2026-11-20T18:00:00Z', 'none', '2026-11-20T18:00:00Z'],
  ['2026-11-20T18:00:00Z', '08:00-08:00', '2026-11-20T18:00:00Z'],
])('at %s with %s it goes at %s', (now, quiet, then) => {
  expect(afterQuietHours(new Date(now), quiet, zone)).toEqual(new Date(then));
});

test('tries grow apart and end after four hours', () => {
  expect(retriesMs).toBe(4 * 60 * 60_000);
  expect(nextTry(1, at)?.getTime()).toBe(at.getTime() + 60_000);
  expect(nextTry(9, at)?.getTime()).toBe(at.getTime() + 75 * 60_000);
  expect(nextTry(10, at)).toBeNull();
});

test('whoever may have taken a message is asked alone, for an hour', () => {
  const both = [{ name: 'sms1' }, { name: 'sms2' }];
  const names = (past: [string, string, number][], minutes: number) =>
    gatewaysToAsk(
      both,
      past.map(([gateway, outcome, minute]) => ({
        gateway,
        outcome,
        at: new Date(at.getTime() + minute * 60_000),
      })),
      new Date(at.getTime() + minutes * 60_000),
    ).map((it) => it.name);
  expect(names([], 0)).toEqual(['sms1', 'sms2']);
  expect(names([['sms1', 'failed', 0]], 1)).toEqual(['sms1', 'sms2']);
  expect(names([['sms1', 'unknown', 0]], 59)).toEqual(['sms1']);
  const later: [string, string, number][] = [
    ['sms1', 'unknown', 0],
    ['sms1', 'unknown', 30],
  ];
  expect(names(later, 61)).toEqual(['sms2', 'sms1']);
});

test.each([
  [{ phone: '13812345678', email: null }, null, 'sms'],
  [{ phone: '13812345678', email: 'a@b.cn' }, null, 'sms'],
  [{ phone: '13812345678', email: 'a@b.cn' }, 'email', 'email'],
  [{ phone: '010-12345678', email: 'a@b.cn' }, null, 'email'],
  [{ phone: '010-12345678', email: null }, null, null],
  [{ phone: '13812345678', email: null }, 'none', 'unwanted'],
  [{ phone: '13812345678', email: null, devices: 1 }, 'push', 'push'],
  [{ phone: '13812345678', email: null, devices: 0 }, 'push', 'sms'],
  [{ phone: '13812345678', email: null, devices: 1 }, 'sms', 'sms'],
  [{ phone: null, email: 'a@b.cn', devices: 1 }, null, 'email'],
  [{ phone: null, email: null, devices: 1 }, null, 'push'],
  [{ phone: null, email: null, devices: 0 }, 'push', null],
] as const)('%j who chose %j is told by %s', (contact, choice, way) => {
  expect(channelFor({ devices: 0, ...contact }, choice, ['sms', 'email', 'push'])).toBe(way);
});

test('without gateways whoever left both gets e-mail', () => {
  const both = { phone: '13812345678', email: 'a@b.cn', devices: 1 };
  expect(channelFor(both, null, ['email'])).toBe('email');
  expect(channelFor(both, null, [])).toBeNull();
});
