// ASVS 5.0: 11.2.3, 11.3.1, 11.3.2, 11.3.3
import { createDecipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyFor } from '@/lib/auth/keys';
import { decrypt, encrypt, lookupHash } from '@/lib/contacts/cipher';
import { maskEmail, maskName, maskPhone } from '@/lib/contacts/mask';

test('what is sealed opens for its owner alone, and never looks the same twice', () => {
  const sealed = encrypt('13812345678', 'one');
  expect(decrypt(sealed, 'one')).toBe('13812345678');
  expect(encrypt('13812345678', 'one')).not.toBe(sealed);
  expect(() => decrypt(sealed, 'another')).toThrow();
});

test('it is AES-GCM with 256 bits of key, 96 of nonce and 128 of seal, as anybody opens it', () => {
  const bytes = Buffer.from(encrypt('13812345678', 'one'), 'base64');
  const key = keyFor('contacts');
  expect({ format: bytes[0], bits: key.length * 8 }).toEqual({ format: 1, bits: 256 });
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13));
  opener.setAAD(Buffer.from('one')).setAuthTag(bytes.subarray(13, 29));
  const text = Buffer.concat([opener.update(bytes.subarray(29)), opener.final()]);
  expect(text.toString()).toBe('13812345678');
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
