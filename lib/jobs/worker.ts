import { Logger, run, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { log } from '@/lib/log';
import { deliverNotice } from './deliver-notice';
import { sweepLapse } from './sweep-lapse';

/** All timed and queued work there is. */
const tasks: TaskList = {
  'deliver-notice': async (payload) => {
    const { noticeId } = payload as { noticeId: string };
    await deliverNotice(noticeId);
  },
  'sweep-lapse': async () => {
    const lapsed = await sweepLapse();
    if (lapsed > 0) log.info({ lapsed }, 'rating clocks ran out');
  },
};

/** Minute by minute; a sweep that was missed while nothing ran is made up for at the next start. */
const crontab = '* * * * * sweep-lapse ?jobKey=sweep-lapse&max=3';

/** The queue speaks through our log, and of its routine not at all. */
const queueLog = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ queue: message });
});

/** Runs until stopped. The queue's tables are the owner's, hence its connection; tasks use the restricted one. */
export async function runWorker(): Promise<{ stop(): Promise<void> }> {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  const trouble = (error: Error) => log.error({ err: error }, 'queue connection');
  pool.on('error', trouble);
  pool.on('connect', (client) => client.on('error', trouble));
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    crontab,
    concurrency: 2,
    noHandleSignals: true,
    logger: queueLog,
  });
  await runner.addJob('sweep-lapse', {}, { jobKey: 'sweep-lapse' });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}
