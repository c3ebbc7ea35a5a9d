import { barredInSql } from '@/lib/appeals/queries/recused';
import { planned } from '@/lib/db/client';
import { reading } from '@/lib/db/reading';
import type { PersonActor, Reader } from '@/lib/people/actor';
import { now } from '@/lib/time/now';

interface Kept {
  state: string;
  untilMs: number;
  answer: Promise<unknown>;
}

const kept = new Map<string, Kept>();
const states = new WeakMap<Reader, Promise<string | null>>();

/** So many different questions; who looks at figures looks at the same ones. */
const most = 60;

/**
 * A step or a limit that falls due makes every answer out of date at once. What does neither (a unit that moves within
 * the tree, a case found at the place of another, a window of thirty days that ends) is told this much later.
 */
const longestMs = 15_000;

/**
 * Figures counted a moment ago, for as long as no case has changed since: at a million cases, counting takes as much as
 * drawing a hundred pages. Only for pages of people who are barred from no case; all of them are told the same then.
 *
 * @param asked what the answer depends on beside the cases, without the instant of asking.
 */
export async function remembered<T>(
  actor: PersonActor,
  asked: readonly unknown[],
  at: Date,
  count: () => Promise<T>,
): Promise<T> {
  const state = actor.reader ? await stateOnce(actor, actor.reader, at) : null;
  if (state === null) return count();
  const key = JSON.stringify(asked);
  const known = kept.get(key);
  const nowMs = now().getTime();
  if (known?.state === state && nowMs < known.untilMs) return known.answer as Promise<T>;
  const answer = count();
  kept.delete(key);
  kept.set(key, { state, untilMs: nowMs + longestMs, answer });
  answer.catch(() => kept.get(key)?.answer === answer && kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return answer;
}

function stateOnce(actor: PersonActor, reader: Reader, at: Date): Promise<string | null> {
  const known = states.get(reader);
  if (known) return known;
  const state = readState(actor, at);
  states.set(reader, state);
  return state;
}

/**
 * What every step changes: the list of cases the roll-ups do not have yet, to which each step adds a row, and which
 * limits fell due since. Null for whoever is barred from some case, and where nothing is added up.
 */
async function readState(actor: PersonActor, at: Date): Promise<string | null> {
  const [found] = await reading(
    actor,
    (database) => database.$queryRaw<{ state: string | null }[]>`${planned}
      SELECT CASE WHEN NOT EXISTS (${barredInSql(actor)}) THEN concat_ws(' ', extract(epoch FROM m."upTo"),
        (SELECT count(*) || '/' || coalesce(sum(id), 0) FROM "MeasureStale"),
        (SELECT count(*) FROM "Clock" c
          WHERE c."stoppedAt" IS NULL AND c."dueAt" >= m."upTo" AND c."dueAt" < ${at}),
        (SELECT count(*) FROM "AfterEffectMark")) END AS state
      FROM "MeasureMark" m`,
  );
  return found?.state ?? null;
}
