import {
  type Judge,
  judgeArchive,
  judgeBackup,
  judgeClock,
  judgeDatabase,
  judgeDisk,
  judgeGateways,
  judgeKeys,
  judgeMigrations,
  judgeOutbox,
  judgePhotos,
  judgeRecount,
  judgeReplica,
  judgeRollUps,
  judgeSeals,
  judgeWorker,
} from './judges';

/** warn: look at it this week · bad: now · off: not watched, by the operator's wish · unknown: cannot be told. */
export type State = 'ok' | 'warn' | 'bad' | 'off' | 'unknown';

export interface Check {
  /** serving: without it pages are not answered · work: asked by /api/ready too · look: for people alone. */
  ready: 'serving' | 'work' | 'look';
  /** Whether each machine has its own, or all have it in common. */
  of: 'machine' | 'all';
  /** Everything it can say beside `ok` and `unknown`, and how much that matters. */
  words: Readonly<Record<string, 'warn' | 'bad' | 'off'>>;
  judge: Judge;
}

/**
 * Everything that is watched, a line a row: /api/ready, the page of administration, `npm run doctor`, the figures of
 * /api/metrics and the table of alarms in docs/operations.md are made of it. Its sentences: messages/<locale>/health.json.
 */
export const checks = {
  database: row('serving', 'machine', { slow: 'warn', away: 'bad' }, judgeDatabase),
  migrations: row(
    'serving',
    'machine',
    { missing: 'bad', ahead: 'warn', contracted: 'bad' },
    judgeMigrations,
  ),
  disk: row('serving', 'machine', { low: 'warn', full: 'bad' }, judgeDisk),
  worker: row('work', 'all', { late: 'warn', stuck: 'bad', stopped: 'bad' }, judgeWorker),
  seals: row('work', 'all', { late: 'warn', behind: 'bad' }, judgeSeals),
  replica: row(
    'work',
    'machine',
    { behind: 'warn', untold: 'warn', away: 'warn', promoted: 'warn', other: 'warn', none: 'off' },
    judgeReplica,
  ),
  rollUps: row('look', 'all', { late: 'warn', behind: 'bad' }, judgeRollUps),
  recount: row('look', 'all', { old: 'warn', differs: 'bad' }, judgeRecount),
  outbox: row('look', 'all', { waiting: 'warn', stuck: 'bad' }, judgeOutbox),
  gateways: row('look', 'all', { givenUp: 'warn', failing: 'bad' }, judgeGateways),
  backup: row('look', 'all', { old: 'warn', never: 'warn', unwatched: 'off' }, judgeBackup),
  archive: row('look', 'all', { old: 'warn', off: 'off' }, judgeArchive),
  clock: row('look', 'machine', { apart: 'warn', far: 'bad' }, judgeClock),
  keys: row('look', 'machine', { wrong: 'bad' }, judgeKeys),
  photos: row('look', 'machine', { away: 'bad' }, judgePhotos),
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;
export const checkNames = Object.keys(checks) as CheckName[];

/** What a word of a check amounts to. */
export function stateOf(check: CheckName, word: string): State {
  if (word === 'ok' || word === 'unknown') return word;
  const words: Check['words'] = checks[check].words;
  const state = words[word];
  if (!state) throw new Error(`${check} does not say ${word}`);
  return state;
}

function row(ready: Check['ready'], of: Check['of'], words: Check['words'], judge: Judge): Check {
  return { ready, of, words, judge };
}
