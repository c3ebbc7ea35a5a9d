import { expect, test } from 'vitest';
import { provesSecondFactor, verifiedEmail } from '@/lib/auth/sso-claims';

test.each([
  [{ acr: 'urn:mfa' }, ['urn:mfa'], true],
  [{ amr: ['pwd', 'otp'] }, ['mfa', 'otp'], true],
  [{ amr: ['pwd'] }, ['mfa', 'otp'], false],
  [{ amr: 'otp' }, ['otp'], false],
  [{}, ['mfa'], false],
  // Nobody has said what stands for one: then nothing does.
  [{ acr: 'urn:mfa', amr: ['mfa'] }, [], false],
])('%j with %j: a second factor? %s', (claims, values, proven) => {
  expect(provesSecondFactor({ sub: 'x', ...claims }, values)).toBe(proven);
});

test('an address counts only where it is said to be verified', () => {
  const email = 'a@b.example';
  expect(verifiedEmail({ sub: 'x', email, email_verified: true })).toBe(email);
  for (const it of [false, 'true', 1, undefined]) {
    expect(verifiedEmail({ sub: 'x', email, email_verified: it })).toBeNull();
  }
  expect(verifiedEmail({ sub: 'x', email_verified: true })).toBeNull();
});
