import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '@/lib/env';
import { findingsOf } from '@/lib/health/health';
import { alarmTable } from '@/scripts/doctor/alarm-table';
import { type Deployment, looks, oldestNode } from '@/scripts/doctor/deployment';
import { inWords, linesOfDeployment, linesOfHealth } from '@/scripts/doctor/report';

const given = {
  HUIYIN_PUBLIC_URL: 'https://huiyin.example.gov.cn',
  HUIYIN_TRUSTED_PROXIES: '127.0.0.1',
  HUIYIN_DEMO: '0',
};
const sound: Deployment = {
  settings: readSettings(given),
  secret: 'kd93-Lq0xVn27-TzYw81_bRm64',
  node: 'v20.19.0',
  modes: [
    { path: '/srv/data', mode: 0o711, kind: 'folder' },
    { path: '/srv/data/secret', mode: 0o600, kind: 'private' },
  ],
  postgres: 150_004,
  zone: 'Asia/Shanghai',
  reached: [{ name: 'HUIYIN_SMTP_URL', trouble: null }],
};

const set = (more: Record<string, string>) => ({ settings: readSettings({ ...given, ...more }) });

/** One planted fault a row, and how grave it is. */
const faults: [string, 'warn' | 'bad', string, Partial<Deployment>][] = [
  ['Node.js', 'bad', 'Node.js is v20.18.9', { node: 'v20.18.9' }],
  ['PostgreSQL', 'bad', 'PostgreSQL is 14', { postgres: 140_010 }],
  [
    'Public address',
    'bad',
    'not https',
    set({ HUIYIN_PUBLIC_URL: 'http://huiyin.example.gov.cn' }),
  ],
  ['Proxy', 'warn', 'No proxy is trusted', set({ HUIYIN_TRUSTED_PROXIES: '' })],
  ['Secret', 'bad', 'can be guessed', { secret: 'secret12secret12secret12secret12' }],
  ['Secret', 'warn', 'no secret yet', { secret: null }],
  ['Metrics token', 'warn', 'can be guessed', set({ HUIYIN_METRICS_TOKEN: 'aaaaaaaaaaaaaaaa' })],
  [
    'File permissions',
    'bad',
    'can read /srv/data/secret',
    { modes: [{ path: '/srv/data/secret', mode: 0o640, kind: 'private' }] },
  ],
  [
    'File permissions',
    'bad',
    'can write in /srv/data',
    { modes: [{ path: '/srv/data', mode: 0o777, kind: 'folder' }] },
  ],
  ['Demo', 'bad', 'The demo', set({ HUIYIN_DEMO: '1', HOST: '0.0.0.0' })],
  ['Time zone', 'warn', 'Asia/Urumqi', { zone: 'Asia/Urumqi' }],
  [
    'Within reach',
    'bad',
    'HUIYIN_SMTP_URL: nothing listens there.',
    { reached: [{ name: 'HUIYIN_SMTP_URL', trouble: 'nothing listens there.' }] },
  ],
];

test('a sound deployment is found sound', () => {
  expect(linesOfDeployment(sound)).toEqual(
    Object.keys(looks).map((name) => ({ name, state: 'ok', what: '', next: '' })),
  );
});

test.each(faults)('%s, %s: %s', (name, state, words, fault) => {
  const wrong = linesOfDeployment({ ...sound, ...fault }).filter((it) => it.state !== 'ok');
  expect(wrong).toEqual([
    { name, state, what: expect.stringContaining(words), next: expect.stringMatching(/./) },
  ]);
});

test('every row has its planted fault', () => {
  expect([...new Set(faults.map(([name]) => name))]).toEqual(Object.keys(looks));
});

test('where only this machine reaches it, http is no fault', () => {
  const local = { settings: readSettings({ HUIYIN_DEMO: '1' }) };
  expect(linesOfDeployment({ ...sound, ...local }).filter((it) => it.state !== 'ok')).toEqual([]);
});

test('the floor of Node.js is the one of package.json', () => {
  const { engines } = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  expect(engines.node).toBe(`>=${oldestNode.join('.')}`);
});

test('what is wrong stands first, with what to do below it', () => {
  const findings = findingsOf({
    at: new Date(),
    machineAt: new Date(),
    ...{
      database: null,
      migrations: null,
      pulsesSince: null,
      pulses: null,
      outbox: null,
      recount: null,
    },
    ...{ disk: { free: 1e9, total: 100e9 }, keysOpen: null, photosThere: true },
    ...{ backupDays: 2, archiveYears: 0 },
    replica: null,
  });
  const [first = '', second = ''] = inWords([
    ...linesOfDeployment(sound),
    ...linesOfHealth(findings),
  ]);
  expect(first).toBe('WRONG  Database: The database does not answer.');
  expect(second).toMatch(/^ {9}See whether PostgreSQL runs/);
});

test('docs/operations.md has the table of alarms as it is now (npm run doctor -- --alarms)', () => {
  const doc = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  expect(doc).toContain(alarmTable());
  expect(alarmTable().split('\n').length).toBeGreaterThan(15);
});
