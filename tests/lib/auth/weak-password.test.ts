// ASVS 5.0: 6.2.4, 6.2.11
import { expect, test } from 'vitest';
import { commonPasswords, commonWords } from '@/lib/auth/common-passwords';
import { weaknessOf } from '@/lib/auth/weak-password';

const about = ['田小雨', 'tianxiaoyu', '柳湾街道', 'Liuwan Subdistrict', '澄河县接诉即办'];

test.each([
  'qwertyuiop',
  'Password123',
  '1qaz2wsx3edc',
  'ｑｗｅｒｔｙｕｉｏｐ',
  'dragon2026!',
  '2026Sunshine',
  'aaaaaaaaaa',
  '1212121212',
])('%s is common', (password) => expect(weaknessOf(password, about)).toBe('passwordCommon'));

test.each([
  'tianxiaoyu1',
  'TianXiaoYu2026',
  '田小雨田小雨田小雨2026',
  'huiyin-2026',
  '柳湾街道12345',
])('%s is made of what everybody knows', (password) =>
  expect(weaknessOf(password, about)).toBe('passwordAbout'),
);

test.each([
  'a sentence is long enough',
  '一座老石桥, 2026',
  'dragon and four more words',
  'tianxiaoyu walks to the old bridge',
  '柳湾街道旁边的老槐树开花了',
  'k7#vQ2m!xR',
])('%s is taken', (password) => expect(weaknessOf(password, about)).toBeNull());

test('nothing known of the owner makes nothing weak', () => {
  expect(weaknessOf('k7#vQ2m!xR', ['', ' ', 'k'])).toBeNull();
});

test('the lists are whole', () => {
  expect(commonPasswords.size).toBeGreaterThan(1_500);
  expect([...commonPasswords].every((it) => it.length >= 10)).toBe(true);
  expect(commonWords.size).toBeGreaterThanOrEqual(3_000);
});
