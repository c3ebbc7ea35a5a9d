import { expect, test } from 'vitest';
import { isLeftOut } from '@/scripts/backup/left-out';
import { walSegments } from '@/scripts/backup/wal-segments';

const segment = 16 * 1024 * 1024;

test.each([
  ['within one file', '0/2000028', '0/2000120', ['000000010000000000000002']],
  ['to the very end of a file', '0/2000028', '0/3000000', ['000000010000000000000002']],
  [
    'one byte into the next',
    '0/2000028',
    '0/3000001',
    ['000000010000000000000002', '000000010000000000000003'],
  ],
  [
    'over the end of four gigabytes',
    '0/FF000028',
    '1/120',
    ['0000000100000000000000FF', '000000010000000100000000'],
  ],
])('log files %s', (_, from, until, names) => {
  expect(walSegments(1, from, until, segment)).toEqual(names);
});

test('log files of another size and a later timeline', () => {
  expect(walSegments(26, '2/40000000', '2/80000000', 2 ** 30)).toEqual([
    '0000001A0000000200000001',
  ]);
});

test.each([
  'postmaster.pid',
  'backup_label',
  'pg_wal/000000010000000000000002',
  'pg_replslot/huiyin_backup_1',
  'base/5/pg_internal.init',
  'base/5/t3_16384',
  'base/pgsql_tmp/pgsql_tmp1.0',
])('%s stays behind', (path) => {
  expect(isLeftOut(path)).toBe(true);
});

test.each([
  'PG_VERSION',
  'pg_wal',
  'pg_replslot',
  'pg_hba.conf',
  'base/5/16384',
  'base/5/16384_fsm',
  'pg_xact/0000',
  'pg_multixact/members/0000',
])('%s goes along', (path) => {
  expect(isLeftOut(path)).toBe(false);
});
