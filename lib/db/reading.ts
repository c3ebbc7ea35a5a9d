import { isBarredFromSome } from '@/lib/appeals/queries/recused';
import { log } from '@/lib/log';
import { metrics } from '@/lib/metrics/registry.mjs';
import type { PersonActor, Reader } from '@/lib/people/actor';
import { db } from './client';
import type { PrismaClient } from './generated/client';
import { forgetReplica, hasReached, replica, replicaStanding } from './replica';

/** What a page's figures are of. */
interface Choice {
  standby: boolean;
  /** Why it is not asked; null also where there is none. */
  why: string | null;
  /** What the standby had at the least. */
  asOf: Date | null;
  /** Whether it has answered something of the page. */
  used: boolean;
}

const choices = new WeakMap<Reader, Promise<Choice>>();

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
  const choice = actor?.reader && (await choiceOf(actor.reader, actor));
  if (!choice?.standby) {
    if (choice?.why) metrics().readings.inc({ from: 'primary', why: choice.why });
    return read(db(), false);
  }
  try {
    const found = await unlessItGoes(read(replica(), true));
    choice.used = true;
    metrics().readings.inc({ from: 'replica' });
    return found;
  } catch (error) {
    // It would have been done on the database itself: a mistake of ours, not the standby's.
    if (isWriting(error)) throw error;
    log.warn({ err: error }, 'the read replica failed with a reading; the database is asked');
    choice.standby = false;
    choice.why = 'failed';
    forgetReplica();
    metrics().readings.inc({ from: 'primary', why: 'failed' });
    return read(db(), false);
  }
}

/** Of when the oldest figures are that were read for a page so far; null: of now. */
export async function figuresAsOf({ reader }: PersonActor): Promise<Date | null> {
  const choice = reader && (await choices.get(reader));
  return choice?.used ? choice.asOf : null;
}

function choiceOf(reader: Reader, actor: PersonActor): Promise<Choice> {
  const known = choices.get(reader);
  if (known) return known;
  const made = choose(reader, actor).catch((error: unknown) => {
    log.warn({ err: error }, 'how far the read replica is cannot be told');
    forgetReplica();
    return notAsked('away');
  });
  choices.set(reader, made);
  return made;
}

const notAsked = (why: string | null): Choice => ({ standby: false, why, asOf: null, used: false });

async function choose({ wrote }: Reader, actor: PersonActor): Promise<Choice> {
  const standing = await replicaStanding();
  if (!standing) return notAsked(null);
  const { word, asOf } = standing;
  if (word !== 'ok') return notAsked(word);
  if (wrote && !(await hasReached(wrote))) return notAsked('own');
  // It may not know yet of a bar: whoever is barred from anything meets the database.
  if (await isBarredFromSome(db(), actor)) return notAsked('barred');
  return { standby: true, why: null, asOf, used: false };
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
