// ASVS 5.0: 6.5.1, 6.5.5
import { describe, expect, test } from 'vitest';
import { base32, paperAlphabet } from '@/lib/auth/base32';
import { keyAddress } from '@/lib/auth/key-address';
import { canonicalCode } from '@/lib/auth/recovery-codes';
import { codeOf, stepAt, stepOfCode } from '@/lib/auth/totp';

const key = Buffer.from('12345678901234567890');

describe('codes from time', () => {
  // RFC 6238, Appendix B, the rows of SHA-1.
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %i it is %s', (second, code) => {
    expect(codeOf(key, stepAt(new Date(second * 1000)), 8)).toBe(code);
    expect(codeOf(key, stepAt(new Date(second * 1000)))).toBe(code.slice(2));
  });

  // RFC 4226, Appendix D.
  test.each(
    '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'
      .split(' ')
      .map((code, step) => [step, code] as const),
  )('step %i is %s', (step, code) => expect(codeOf(key, step)).toBe(code));

  const at = new Date('2026-11-29T08:00:10Z');
  const now = stepAt(at);

  test('holds for its own half minute, the one before and the one after', () => {
    const steps = [-2, -1, 0, 1, 2].map((off) => stepOfCode(key, codeOf(key, now + off), at, 0));
    expect(steps).toEqual([null, now - 1, now, now + 1, null]);
  });

  test('is not taken again, nor one before it', () => {
    expect(stepOfCode(key, codeOf(key, now), at, now - 1)).toBe(now);
    expect(stepOfCode(key, codeOf(key, now), at, now)).toBeNull();
    expect(stepOfCode(key, codeOf(key, now - 1), at, now)).toBeNull();
    expect(stepOfCode(key, codeOf(key, now + 1), at, now)).toBe(now + 1);
  });

  test.each(['', '0', 'abcdef', codeOf(key, now).slice(1), `${codeOf(key, now)}0`])(
    'is not %j',
    (code) => expect(stepOfCode(key, code, at, 0)).toBeNull(),
  );
});

// RFC 4648 §10, without the padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is %j', (text, coded) => expect(base32(Buffer.from(text))).toBe(coded));

test('the address says whose key it is and at whom, in any script', () => {
  const url = new URL(keyAddress(key, 'zhoumin', '澄河县接诉即办'));
  expect(url.protocol).toBe('otpauth:');
  expect(decodeURIComponent(url.pathname)).toContain('澄河县接诉即办:zhoumin');
  expect(url.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(url.searchParams.get('issuer')).toBe('澄河县接诉即办');
});

test('a recovery code is read as it may be typed', () => {
  expect(base32(Buffer.alloc(15, 255), paperAlphabet)).toBe('Z'.repeat(24));
  for (const typed of ['0110-ABCD', 'o1io abcd', ' ＯＬ１０－ＡＢＣＤ ']) {
    expect(canonicalCode(typed)).toBe('0110ABCD');
  }
  expect(canonicalCode('0110-ABCE')).not.toBe('0110ABCD');
});
