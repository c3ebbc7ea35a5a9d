import { ageOf, trustIn } from '@/lib/recount/trust';
import { leavesOlderCodeAble } from './expected-migrations';
import type { Facts } from './facts';

/** Something to say about one part: a word of its row, since when where the facts say so, figures for the sentence. */
export interface Judgement {
  word: string;
  since?: Date | null;
  values?: Record<string, string | number>;
}

/** Null: cannot be told, since the database does not answer or is of another version. */
export type Judge = (facts: Facts) => Judgement | null;

const fine: Judgement = { word: 'ok' };
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const gigabyte = 1e9;

export const judgeDatabase: Judge = ({ database }) => {
  if (!database) return { word: 'away' };
  return database.tookMs > second ? { word: 'slow' } : fine;
};

/** Without one nothing is wrong; while it is not asked the database answers in its place. */
export const judgeReplica: Judge = ({ database, replica }) => {
  if (!database) return null;
  if (!replica) return { word: 'none' };
  const { word, lagMs } = replica;
  if (lagMs === null) return { word: word === 'behind' ? 'untold' : word };
  return { word, values: { seconds: (lagMs / second).toFixed(1) } };
};

export const judgeMigrations: Judge = ({ migrations }) => {
  if (!migrations) return null;
  const { expected, applied } = migrations;
  const missing = expected.filter((it) => !applied.includes(it));
  if (missing[0]) return { word: 'missing', values: { name: missing[0], count: missing.length } };
  const ahead = applied.filter((it) => !expected.includes(it));
  const contracting = ahead.find((it) => !leavesOlderCodeAble(it));
  if (contracting) return { word: 'contracted', values: { name: contracting } };
  return ahead[0] ? { word: 'ahead', values: { name: ahead[0], count: ahead.length } } : fine;
};

/** How long ago something last beat (milliseconds); what never did is counted from when pulses began. */
function silence(facts: Facts, name: string): { ms: number; since: Date } | null {
  const { database, pulses, pulsesSince } = facts;
  const since = pulses?.get(name) ?? pulsesSince;
  if (!database || !pulses || !since) return null;
  return { ms: database.at.getTime() - since.getTime(), since };
}

/** `late` after so many minutes of silence, `stuck` after so many more. */
const roundOf =
  (name: string, lateMs: number, stuckMs: number, words: [late: string, stuck: string]): Judge =>
  (facts) => {
    const quiet = silence(facts, name);
    if (!quiet) return null;
    const values = { minutes: Math.floor(quiet.ms / minute) };
    if (quiet.ms > stuckMs) return { word: words[1], since: quiet.since, values };
    return quiet.ms > lateMs ? { word: words[0], since: quiet.since, values } : fine;
  };

const judgeRounds = roundOf('sweep', 3 * minute, 15 * minute, ['late', 'stuck']);

/** It beats every quarter of a minute; its rounds come every minute. */
export const judgeWorker: Judge = (facts) => {
  const quiet = silence(facts, 'worker');
  if (!quiet) return null;
  if (quiet.ms <= 2 * minute) return judgeRounds(facts);
  const values = { minutes: Math.floor(quiet.ms / minute) };
  return { word: 'stopped', since: quiet.since, values };
};

/** The sealer looks every five minutes whether anything is due, and beats when nothing is left. */
export const judgeSeals: Judge = roundOf('seal', 15 * minute, 2 * hour, ['late', 'behind']);

/** They are brought up to date every minute; the pages count from the rows what they lack. */
export const judgeRollUps: Judge = roundOf('measures', 15 * minute, 2 * hour, ['late', 'behind']);

/** They are counted again every night. */
export const judgeRecount: Judge = ({ database, recount }) => {
  if (!database || !recount) return null;
  const trust = trustIn(recount, database.at);
  if (trust === 'sound') return fine;
  if (trust === 'differs') return { word: trust, values: { count: recount.differences } };
  const values = { days: Math.floor(ageOf(recount, database.at) / day) };
  return { word: trust, since: recount.finishedAt ?? recount.since, values };
};

export const judgeDisk: Judge = ({ disk }) => {
  if (!disk) return null;
  const { free, total } = disk;
  const values = { free: (free / gigabyte).toFixed(1) };
  const within = (most: number, share: number) => free < most && free < share * total;
  if (free < gigabyte / 2 || within(5 * gigabyte, 0.02)) return { word: 'full', values };
  if (free < 2 * gigabyte || within(20 * gigabyte, 0.1)) return { word: 'low', values };
  return fine;
};

export const judgeOutbox: Judge = ({ outbox, database }) => {
  if (!outbox || !database) return null;
  const { due, oldestDueAt: since } = outbox;
  const waited = since ? database.at.getTime() - since.getTime() : 0;
  const values = { count: due, minutes: Math.floor(waited / minute) };
  if (waited > hour) return { word: 'stuck', since, values };
  return waited > 10 * minute ? { word: 'waiting', since, values } : fine;
};

export const judgeGateways: Judge = ({ outbox }) => {
  if (!outbox) return null;
  const { failing, givenUp } = outbox;
  if (failing.length > 0) return { word: 'failing', values: { ways: failing.join(', ') } };
  return givenUp > 0 ? { word: 'givenUp', values: { count: givenUp } } : fine;
};

export const judgeBackup: Judge = (facts) => {
  const { backupDays } = facts;
  if (backupDays === 0) return { word: 'unwatched' };
  const quiet = silence(facts, 'backup');
  if (!quiet) return null;
  if (quiet.ms <= backupDays * day) return fine;
  const values = { days: Math.floor(quiet.ms / day), most: backupDays };
  return { word: facts.pulses?.has('backup') ? 'old' : 'never', since: quiet.since, values };
};

/** Once a week at least, where cases are to be archived. */
export const judgeArchive: Judge = (facts) => {
  if (facts.archiveYears === 0) return { word: 'off' };
  const quiet = silence(facts, 'archive');
  if (!quiet) return null;
  if (quiet.ms <= 8 * day) return fine;
  return { word: 'old', since: quiet.since, values: { days: Math.floor(quiet.ms / day) } };
};

export const judgeClock: Judge = ({ machineAt, database }) => {
  if (!database) return null;
  // Anywhere within the time the question took, the answer may have been given.
  const apart = Math.max(
    0,
    Math.abs(machineAt.getTime() - database.at.getTime()) - Math.max(database.tookMs, 0),
  );
  const values = { seconds: Math.round(apart / second) };
  if (apart > minute) return { word: 'far', values };
  return apart > 5 * second ? { word: 'apart', values } : fine;
};

export const judgeKeys: Judge = ({ keysOpen }) =>
  keysOpen === null ? null : keysOpen ? fine : { word: 'wrong' };

export const judgePhotos: Judge = ({ photosThere }) => (photosThere ? fine : { word: 'away' });
