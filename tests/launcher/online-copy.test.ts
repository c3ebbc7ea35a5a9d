import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOnline, type OnlineCopy } from '@/scripts/backup/copy-online';
import { withCopyRunning } from '@/scripts/backup/run-copy';
import { walSegments } from '@/scripts/backup/wal-segments';
import { giveTo, lesserUser } from '@/scripts/launcher/lesser-user';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnCluster, ownCluster } from '../support/own-cluster';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-copy-'));
chmodSync(folder, 0o711);
let own: OwnCluster;

beforeAll(async () => {
  own = await ownCluster();
});

afterAll(async () => {
  await own.remove();
  rmSync(folder, { recursive: true });
});

const asAdmin = <T extends object>(sql: string) =>
  withClient(own.cluster.adminUrl, async (client) => (await client.query<T>(sql)).rows);

test('a copy without its label or without its log is not taken for good', async () => {
  const workshop = { place: join(folder, 'workshop'), user: lesserUser() };
  mkdirSync(workshop.place, { mode: 0o711 });
  giveTo(workshop.user, workshop.place);
  const { copy, redone } = await copyWhileLogGoes(workshop);
  const wal = walSegments(1, copy.startLsn, copy.stopLsn, 1 << 24);
  // The log went on by whole files and checkpoints let go of its beginning; the copy has it still.
  expect(wal.length).toBeGreaterThan(2);
  expect(redone).toBe(true);
  await asAdmin('CHECKPOINT');
  const [first = ''] = wal;
  expect(existsSync(join(own.cluster.home.place, 'data/pg_wal', first))).toBe(false);

  const data = (name: string) => join(workshop.place, 'data', name);
  const start = () => withCopyRunning(workshop, copy, own.cluster, async () => 'started');
  renameSync(data('backup_label'), data('aside'));
  await expect(start()).rejects.toThrow('has lost its backup_label');
  renameSync(data('aside'), data('backup_label'));
  renameSync(data(`pg_wal/${first}`), data('aside'));
  await expect(start()).rejects.toThrow(/^The copy does not start: .*FATAL: {2}could not/);
  renameSync(data('aside'), data(`pg_wal/${first}`));
  const last = wal.at(-1) ?? '';
  renameSync(data(`pg_wal/${last}`), data('aside'));
  await expect(start()).rejects.toThrow(
    /^The copy does not start: .*WAL ends before end of online backup/,
  );
  renameSync(data('aside'), data(`pg_wal/${last}`));
  writeFileSync(data('backup_label'), copy.label);
  giveTo(workshop.user, data('backup_label'));
  expect(await start()).toBe('started');
});

/** Copies while checkpoints throw away all log that nothing holds. */
async function copyWhileLogGoes(
  workshop: typeof own.cluster.home,
): Promise<{ copy: OnlineCopy; redone: boolean }> {
  const { adminUrl, home } = own.cluster;
  let going = true;
  const marks: { file: string }[] = [];
  const noise = async () => {
    while (going) {
      await asAdmin(`SELECT pg_logical_emit_message(false, 'test', 'x'), pg_switch_wal()`);
      await asAdmin('CHECKPOINT');
      marks.push(
        ...(await asAdmin<{ file: string }>(
          'SELECT redo_wal_file AS file FROM pg_control_checkpoint()',
        )),
      );
    }
  };
  const noisy = noise();
  const copy = await copyOnline(adminUrl, home, workshop).finally(() => {
    going = false;
  });
  await noisy;
  const [first = '', ...later] = walSegments(1, copy.startLsn, copy.stopLsn, 1 << 24);
  return { copy, redone: later.length > 0 && marks.some(({ file }) => file > first) };
}
