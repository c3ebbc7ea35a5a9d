import { log } from '@/lib/log';
import { metrics } from '@/lib/metrics/registry.mjs';
import type { PersonActor, Reader } from '@/lib/people/actor';
import { db } from './client';
import type { PrismaClient } from './generated/client';
import { forgetReplica, hasReached, replica, replicaStanding } from './replica';

/** What a page's figures are of. */
interface Choice {
  standby: boolean;
  /** What the standby had at the least; null where nothing was read from it. */
  asOf: Date | null;
}

const choices = new WeakMap<Reader, Promise<Choice>>();

const theDatabase: Choice = { standby: false, asOf: null };

/** How often it is asked whether the standby is still there while it is waited for. */
const lookEveryMs = 1_000;

/**
 * A reading that may come from the standby: figures, searches, exports, and nothing else. The one place where it is
 * decided which database answers. The standby does where somebody looks at a page, all it takes is in order
 * (`replicaStanding`), and what that browser sent last has come over. All readings of one page come from the same
 * database; where the standby fails with one, the database is asked it again, and everything after it.
 *
 * @param read only reads; it may be called twice.
 * @throws whatever the database itself says, or a writing in `read`.
 */
export async function reading<T>(
  actor: PersonActor | null,
  read: (database: PrismaClient, standby: boolean) => Promise<T>,
): Promise<T> {
  const reader = actor?.reader;
  if (!reader || !(await choiceOf(reader)).standby) return read(db(), false);
  try {
    const found = await unlessItGoes(read(replica(), true));
    metrics().readings.inc({ from: 'replica' });
    return found;
  } catch (error) {
    // It would have been done on the database itself: a mistake of ours, not the standby's.
    if (isWriting(error)) throw error;
    log.warn({ err: error }, 'the read replica failed with a reading; the database is asked');
    giveUp(reader);
    metrics().readings.inc({ from: 'primary', why: 'failed' });
    return read(db(), false);
  }
}

/** Of when the figures are that were read for a page so far; null: of now. */
export async function figuresAsOf({ reader }: PersonActor): Promise<Date | null> {
  const choice = reader && (await choices.get(reader));
  return choice?.asOf ?? null;
}

function choiceOf(reader: Reader): Promise<Choice> {
  const known = choices.get(reader);
  if (known) return known;
  const made = choose(reader).catch((error: unknown) => {
    log.warn({ err: error }, 'how far the read replica is cannot be told');
    forgetReplica();
    return theDatabase;
  });
  choices.set(reader, made);
  return made;
}

async function choose({ wrote }: Reader): Promise<Choice> {
  const standing = await replicaStanding();
  if (!standing) return theDatabase;
  const { word, asOf } = standing;
  const why = word !== 'ok' ? word : wrote && !(await hasReached(wrote)) ? 'own' : null;
  if (why) metrics().readings.inc({ from: 'primary', why });
  return why ? theDatabase : { standby: true, asOf };
}

function giveUp(reader: Reader): void {
  choices.set(reader, Promise.resolve(theDatabase));
  forgetReplica();
}

/** A machine that vanished answers nothing, not even that it is gone. */
async function unlessItGoes<T>(work: Promise<T>): Promise<T> {
  let watch: NodeJS.Timeout | undefined;
  const gone = new Promise<never>((_, reject) => {
    watch = setInterval(async () => {
      const word = (await replicaStanding())?.word;
      if (word === 'away' || word === 'other') reject(new Error(`the standby is ${word}`));
    }, lookEveryMs);
  });
  work.catch(() => {});
  gone.catch(() => {});
  return Promise.race([work, gone]).finally(() => clearInterval(watch));
}

/** PostgreSQL's 25006, wherever the client's errors carry it. */
function isWriting(error: unknown): boolean {
  return (
    error instanceof Error &&
    /25006|read-only transaction/.test(`${error.message} ${codeOf(error)}`)
  );
}

const codeOf = (error: Error): string => JSON.stringify((error as { meta?: unknown }).meta ?? '');
