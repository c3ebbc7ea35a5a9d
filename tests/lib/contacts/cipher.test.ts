// ASVS 5.0: 11.3.1, 11.3.2, 11.3.3, 11.2.3
import { expect, test } from 'vitest';
import { decrypt, encrypt, lookupHash } from '@/lib/contacts/cipher';
import { maskEmail, maskName, maskPhone } from '@/lib/contacts/mask';

test('what is sealed opens for its owner alone, and never looks the same twice', () => {
  const sealed = encrypt('13812345678', 'one');
  expect(decrypt(sealed, 'one')).toBe('13812345678');
  expect(encrypt('13812345678', 'one')).not.toBe(sealed);
  expect(() => decrypt(sealed, 'another')).toThrow();
});

test('an altered value does not open', () => {
  const bytes = Buffer.from(encrypt('李娜', 'one'), 'base64');
  for (const index of bytes.keys()) {
    const altered = Buffer.from(bytes);
    altered[index] = (altered[index] ?? 0) ^ 1;
    expect(() => decrypt(altered.toString('base64'), 'one')).toThrow();
  }
});

test('a phone is found again by its hash', () => {
  expect(lookupHash('13812345678')).toBe(lookupHash('13812345678'));
  expect(lookupHash('13812345678')).not.toBe(lookupHash('13812345679'));
});

test('masks keep too little to call or to name', () => {
  expect(maskPhone('13812345678')).toBe('138****5678');
  expect(maskPhone('010-12345678')).toBe('010-****5678');
  expect(maskName('李娜')).toBe('李*');
  expect(maskName('Mary Smith')).toBe('Mary *');
  expect(maskEmail('lina@example.com')).toBe('l***@example.com');
});
