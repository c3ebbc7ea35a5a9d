import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '@/lib/env';

test('without any setting everything has a value that works on one machine', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    webProcesses: Math.min(8, availableParallelism()),
    webMemory: 512,
    crowd: 32,
    dataDirectory: resolve('.data'),
    replicaLag: 30,
    demo: true,
    timeZone: 'Asia/Shanghai',
    publicUrl: 'http://127.0.0.1:3000',
    trustedProxies: [],
    smsGateways: [{}, {}],
    pushServices: [],
    photoBucket: null,
    quietHours: '21:00-08:00',
    backupDays: 2,
    archiveYears: 0,
    singleSignOn: null,
    logLevel: 'info',
  });
});

test('the demo is off with a database of one’s own, unless it is asked for', () => {
  const DATABASE_URL = 'postgresql://a:b@db/huiyin';
  expect(readSettings({ DATABASE_URL }).demo).toBe(false);
  expect(readSettings({ DATABASE_URL, HUIYIN_DEMO: '1' }).demo).toBe(true);
  expect(readSettings({ HUIYIN_DEMO: 'no' }).demo).toBe(false);
});

test.each([
  ['0.0.0.0', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000'],
  ['desk.local', 'http://desk.local:3000'],
])('listening on %s, the address is %s', (HOST, address) => {
  expect(readSettings({ HOST }).publicUrl).toBe(address);
});

test('an empty setting counts as absent', () => {
  expect(readSettings({ PORT: '', HUIYIN_SECRET: '  ' })).toEqual(readSettings({}));
});

test.each([
  ['PORT', '0', 'PORT must be a whole number from 1 to 65535.'],
  ['PORT', '3000x', 'PORT must be a whole number from 1 to 65535.'],
  ['HUIYIN_WEB_MEMORY', '128', 'HUIYIN_WEB_MEMORY must be a whole number of MB, 256 or more.'],
  ['HUIYIN_WEB_MEMORY', 'much', 'HUIYIN_WEB_MEMORY must be a whole number of MB, 256 or more.'],
  ['HUIYIN_CROWD', '-1', 'HUIYIN_CROWD must be a whole number, or 0 to turn nobody away.'],
  [
    'HUIYIN_ARCHIVE_YEARS',
    '51',
    'HUIYIN_ARCHIVE_YEARS must be a whole number of years from 1 to 50; 0: never.',
  ],
  ['HUIYIN_SECRET', 'too short', 'HUIYIN_SECRET must have at least 32 characters.'],
  ['HUIYIN_DEMO', 'perhaps', 'HUIYIN_DEMO must be 1 or 0.'],
  ['HUIYIN_TIME_ZONE', 'Beijing', /^HUIYIN_TIME_ZONE must be the name of a time zone/],
  ['HUIYIN_PUBLIC_URL', 'https://a.example/path', /^HUIYIN_PUBLIC_URL must be an address without/],
  ['HUIYIN_TRUSTED_PROXIES', '10.0.0.0/40', /^HUIYIN_TRUSTED_PROXIES must be addresses/],
  ['DATABASE_URL', 'mysql://root:hidden@db/huiyin', /^DATABASE_URL must look like postgresql/],
  ['DATABASE_REPLICA_URL', 'http://hidden@db/huiyin', /^DATABASE_REPLICA_URL must look like/],
  ['HUIYIN_REPLICA_LAG', '0', /^HUIYIN_REPLICA_LAG must be a whole number of seconds from 1 to/],
  ['HUIYIN_REPLICA_LAG', '601', /^HUIYIN_REPLICA_LAG must be a whole number of seconds from 1 to/],
  ['HUIYIN_SMS_URL', 'http://sms.example/hidden', /^HUIYIN_SMS_URL must be an https address/],
  ['HUIYIN_PUSH_SERVICES', 'https://hidden.example/', /^HUIYIN_PUSH_SERVICES must be host names/],
  ['HUIYIN_S3_URL', 'http://store.example/hidden', /^HUIYIN_S3_URL must be an https address/],
  ['HUIYIN_S3_URL', 'https://store.example/', /^HUIYIN_S3_URL must be an address that ends in/],
  ['HUIYIN_S3_URL', 'https://store.example/a/b', /^HUIYIN_S3_URL must be an address that ends in/],
  ['HUIYIN_QUIET_HOURS', '9pm', /^HUIYIN_QUIET_HOURS must be two times of day/],
  ['HUIYIN_BACKUP_DAYS', '-1', /^HUIYIN_BACKUP_DAYS must be a whole number of days/],
  ['HUIYIN_METRICS_TOKEN', 'hidden', /^HUIYIN_METRICS_TOKEN must have at least 16/],
  ['HUIYIN_OIDC_ISSUER', 'http://hidden.example', /^HUIYIN_OIDC_ISSUER must be an https address/],
  ['HUIYIN_OIDC_SECOND_FACTOR', 'mfa,', /^HUIYIN_OIDC_SECOND_FACTOR must be values of acr or amr/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of fatal, /],
])('%s=%s is refused in one sentence that repeats no secret', (name, value, sentence) => {
  const attempt = () => readSettings({ [name]: value });
  expect(attempt).toThrow(sentence);
  expect(attempt).not.toThrow(/hidden|too short/);
});

test('a bucket is set whole or not at all; what is missing is named, no secret is', () => {
  const whole = {
    HUIYIN_S3_URL: 'https://store.example/huiyin',
    HUIYIN_S3_KEY_ID: 'key',
    HUIYIN_S3_SECRET: 'hidden',
  };
  expect(readSettings(whole).photoBucket).toEqual({
    ...{ url: 'https://store.example/huiyin', keyId: 'key', secret: 'hidden', region: 'us-east-1' },
  });
  expect(readSettings({ HUIYIN_S3_REGION: 'cn-north-1' }).photoBucket).toBeNull();
  for (const name of Object.keys(whole)) {
    const attempt = () => readSettings({ ...whole, [name]: '' });
    expect(attempt).toThrow(`${name} must be set too`);
    expect(attempt).not.toThrow(/hidden/);
  }
});

test('a secret of before is taken only where personal data has a key of its own', () => {
  const before = { HUIYIN_SECRET_BEFORE: 'x'.repeat(32) };
  expect(() => readSettings(before)).toThrow(/^HUIYIN_CONTACT_KEY must be set too/);
  const { secretBefore } = readSettings({ ...before, HUIYIN_CONTACT_KEY: 'y'.repeat(32) });
  expect(secretBefore).toBe('x'.repeat(32));
});

test('.env.example names every setting there is, and sets only what is so anyway', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../.env.example'), 'utf8');
  const set = [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
  expect(readSettings(Object.fromEntries(set))).toEqual(readSettings({}));
  const source = readFileSync(resolve(import.meta.dirname, '../../lib/env.ts'), 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(text))).toEqual([]);
});
