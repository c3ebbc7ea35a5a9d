import { Logger, run, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { detectDue } from '@/lib/detectors/run';
import { readHealth } from '@/lib/health/health';
import { beat } from '@/lib/health/pulse';
import { sealDue } from '@/lib/integrity/sealer';
import { log } from '@/lib/log';
import { keepBurden } from '@/lib/measures/burden/month';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { metrics } from '@/lib/metrics/registry.mjs';
import { recountDue } from '@/lib/recount/nightly';
import { makeReports } from '@/lib/reports/make-reports';
import { eraseDue } from '@/lib/retention/erase';
import { deliverNotice } from './deliver-notice';
import { type DigestJob, digestsDue, sendDigest } from './digest';
import { dueNotices } from './due-notices';
import { keepBeating } from './keep-beating';
import { oneAtATime } from './one-at-a-time';
import { sendCode } from './send-code';
import { sweepAll } from './sweep-all';
import { tellFactorTaken } from './tell-factor-taken';

/**
 * What waits for gateways and mail servers of others. It has hands of its own: were they the same that
 * sweep, one slow gateway would keep every clock waiting.
 */
const sending: TaskList = {
  'deliver-notice': async (payload) => {
    const { noticeId } = payload as { noticeId: string };
    await deliverNotice(noticeId);
  },
  'due-notices': async (_payload, { addJob }) => {
    for (const noticeId of await dueNotices()) {
      await addJob('deliver-notice', { noticeId }, { jobKey: `notice:${noticeId}` });
    }
    await beat('sending');
  },
  'send-digest': async (payload) => {
    await sendDigest(payload as DigestJob);
  },
  'send-code': async (payload) => {
    const { codeId } = payload as { codeId: string };
    await sendCode(codeId);
  },
  'tell-factor-taken': async (payload) => {
    const { personId } = payload as { personId: string };
    await tellFactorTaken(personId);
  },
};

/**
 * What must come on time, and is done in seconds. It has hands of its own too: after an upgrade of a county of a million
 * cases what counts is busy for a quarter of an hour.
 */
const onTime: TaskList = {
  digest: async (_payload, { addJob }) => {
    for (const job of await digestsDue()) {
      const jobKey = `digest:${job.on}:${job.personId}`;
      await addJob('send-digest', job, { jobKey, jobKeyMode: 'preserve_run_at' });
    }
  },
  seal: async () => {
    const seals = await sealDue();
    if (seals > 0) log.info({ seals }, 'the log was sealed');
    await beat('seal');
  },
  sweep: async () => {
    const taken = await sweepAll();
    if (Object.values(taken).some((it) => it > 0)) log.info(taken, 'what fell due by itself');
    await beat('sweep');
    // Somebody notes since when something is wrong, also where nobody asks.
    await readHealth();
  },
};

/** What reads many cases, and may take its time. */
const counting: TaskList = {
  retention: async () => {
    const erased = await eraseDue();
    if (Object.values(erased).some((it) => it > 0)) log.info(erased, 'erased as laid down');
  },
  report: async () => {
    const reports = await makeReports();
    if (reports > 0) log.info({ reports }, 'reports were made');
  },
  detect: async () => {
    await detectDue();
  },
  measures: async () => {
    const { anew, cases } = await foldMeasures();
    if (anew) log.info({ cases }, 'measures were added up anew');
    await beat('measures');
  },
  burden: async () => {
    await keepBurden();
  },
  recount: async () => {
    const { finished } = await recountDue();
    if (finished && finished.differences > 0) {
      log.error(finished, 'the figures were counted again from the log, and differ');
    } else if (finished) log.info(finished, 'the figures were counted again from the log');
  },
};

/** Minute by minute; a sweep that was missed while nothing ran is made up for at the next start. */
const crontabs = {
  sending: '* * * * * due-notices ?jobKey=due-notices&max=3',
  onTime: [
    '* * * * * sweep ?jobKey=sweep&max=3',
    // It looks at the clock of the place itself: the queue's own knows UTC alone.
    '*/5 * * * * digest ?jobKey=digest&max=3',
    // It looks itself whether this hour and this day have their seal: one that was missed is made up for.
    '*/5 * * * * seal ?jobKey=seal&max=3',
  ].join('\n'),
  counting: [
    // What changed since the last minute is counted beside the roll-ups meanwhile.
    '* * * * * measures ?jobKey=measures&max=3',
    // It looks itself which months have grown old.
    '11 * * * * burden ?jobKey=burden&max=3',
    // It looks itself whether this night's has been finished, and goes on where it was: a part a minute.
    '* * * * * recount ?jobKey=recount&max=3',
    // It looks itself which day, week and month are over and have no report: those that were missed are made up for.
    '*/5 * * * * report ?jobKey=report&max=3',
    '17 * * * * retention ?jobKey=retention&max=3',
    // It looks itself whether a month is over that was not looked at.
    '41 * * * * detect ?jobKey=detect&max=3',
  ].join('\n'),
};

/** The queue speaks through our log, and of its routine not at all. */
const queueLog = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ queue: message });
});

/** Each task is counted by how it ended, and one that threw is tried again by the queue. */
const counted = (tasks: TaskList): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([task, work]) => [
      task,
      async (...given: Parameters<NonNullable<typeof work>>) => {
        let outcome = 'failed';
        try {
          await work?.(...given);
          outcome = 'done';
        } finally {
          metrics().tasks.inc({ task, outcome });
        }
      },
    ]),
  );

/** Runs until stopped. The queue's tables are the owner's, hence its connection; tasks use the restricted one. */
export async function runWorker(): Promise<{ stop(): Promise<void> }> {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
  const trouble = (error: Error) => log.error({ err: error }, 'queue connection');
  pool.on('error', trouble);
  pool.on('connect', (client) => client.on('error', trouble));
  const shared = { pgPool: pool, noHandleSignals: true, logger: queueLog };
  const hands = (tasks: TaskList, crontab: string, concurrency: number) =>
    run({ ...shared, taskList: counted(tasks), crontab, concurrency });
  const runners = [
    await hands(oneAtATime(onTime), crontabs.onTime, 2),
    await hands(oneAtATime(counting), crontabs.counting, 2),
    await hands(sending, crontabs.sending, 4),
  ];
  const beating = keepBeating(pool);
  for (const task of ['sweep', 'seal', 'measures', 'report', 'burden']) {
    await runners[0]?.addJob(task, {}, { jobKey: task });
  }
  return {
    stop: async () => {
      await beating.stop();
      await Promise.all(runners.map((it) => it.stop()));
      await pool.end();
    },
  };
}
