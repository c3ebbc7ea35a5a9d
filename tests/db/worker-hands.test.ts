import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { runWorker } from '@/lib/jobs/worker';
import { withClient } from '@/scripts/launcher/with-client';
import { type OwnDatabase, ownDatabase } from '../support/database';

/** What must be on time is done while all that counts waits, however long. */

let own: OwnDatabase;
let worker: Awaited<ReturnType<typeof runWorker>>;

beforeAll(async () => {
  own = await ownDatabase();
});

afterAll(() => worker.stop());

const sweptAt = async () => (await db().pulse.findUnique({ where: { name: 'sweep' } }))?.at;

const add = (task: string) =>
  withClient(own.ownerUrl, (client) => client.query('SELECT graphile_worker.add_job($1)', [task]));

it('sweeps while roll-ups are being added up, whoever asks for them once more', async () => {
  await withClient(own.adminUrl, async (holder) => {
    await holder.query('BEGIN');
    await holder.query(`SELECT pg_advisory_xact_lock(hashtext('fold measures'))`);
    worker = await runWorker();
    await add('measures');
    await add('measures');
    const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    // Whatever else began with the worker is done.
    const others = `SELECT FROM graphile_worker.jobs WHERE task_identifier <> 'measures'`;
    await vi.waitFor(
      async () => {
        expect((await holder.query(waiting)).rowCount).toBeGreaterThan(0);
        expect((await holder.query(others)).rowCount).toBe(0);
      },
      { timeout: 15_000 },
    );
    const { rows } = await holder.query('SELECT clock_timestamp() AS now');
    await add('sweep');
    await vi.waitFor(
      async () => expect((await sweptAt())?.getTime()).toBeGreaterThan(rows[0].now.getTime()),
      {
        timeout: 15_000,
      },
    );
    expect((await holder.query(waiting)).rowCount).toBe(1);
    await holder.query('COMMIT');
  });
}, 60_000);
