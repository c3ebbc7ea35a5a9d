// ASVS 5.0: 6.2.1, 6.2.5, 6.2.9, 11.4.2
import * as argon2 from '@node-rs/argon2';
import { beforeEach, expect, test, vi } from 'vitest';
import { newAccount } from '@/lib/auth/new-password';
import { hashPassword, passwordFits } from '@/lib/auth/password';
import { problemsOf } from '@/lib/forms';

vi.mock('@node-rs/argon2', { spy: true });

beforeEach(() => {
  vi.mocked(argon2.verify).mockClear();
});

test('a password fits its own hash and no other, however it is typed', async () => {
  const known = await hashPassword('ｐａｓｓ 桥头 é');
  expect(known).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits(known, 'pass 桥头 e\u0301')).toBe(true);
  expect(await passwordFits(known, 'pass 桥头 e')).toBe(false);
});

test('where there is no hash, one is tried all the same', async () => {
  expect(await passwordFits(null, 'whatever')).toBe(false);
  expect(argon2.verify).toHaveBeenCalledTimes(1);
  const tried = vi.mocked(argon2.verify).mock.calls[0]?.[0];
  expect(tried).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

const account = { name: '钱进', login: 'qianjin', password: '春天里的一座老石桥 2026', again: '' };

test.each([
  [{ password: '老石桥', again: '老石桥' }, ['password passwordShort']],
  [{ password: 'a'.repeat(10), again: 'a'.repeat(11) }, ['again passwordsDiffer']],
  [{ password: 'a'.repeat(201), again: 'a'.repeat(201) }, ['password tooLong']],
  [{ login: '钱进' }, ['login wrongLogin']],
  [{ login: 'q' }, ['login wrongLogin']],
  [{ name: '' }, ['name required']],
  [{ login: 'ＱianJin ' }, []],
  [{ password: 'aaaaaaaaaa', again: 'aaaaaaaaaa' }, []],
  [{ password: '石桥 '.repeat(66), again: '石桥 '.repeat(66) }, []],
])('new account with %j: %j', (change, expected) => {
  const sent = { ...account, again: account.password, ...change };
  const parsed = newAccount.safeParse(sent);
  const problems = parsed.success ? [] : problemsOf(parsed.error);
  expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
