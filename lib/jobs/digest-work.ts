import { readInbox } from '@/lib/appeals/queries/inbox';
import { desksOf, readList } from '@/lib/appeals/queries/inbox-lists';
import type { DigestLine, DigestWork } from '@/lib/notices/digest-letter';
import type { PersonActor } from '@/lib/people/actor';

/** What waits for a person this morning: what their desks open with, of all desks the most urgent first. */
export async function digestWork(actor: PersonActor, zone: string): Promise<DigestWork> {
  // What lies with units below has people of its own to be told.
  const desks = desksOf(actor).filter((desk) => desk !== 'below');
  const inboxes = await Promise.all(
    desks.map((desk) => readInbox(actor, desk, readList(undefined, desk, actor), null, zone)),
  );
  const sum = (of: 'total' | 'overdue' | 'today') =>
    inboxes.reduce((all, inbox) => all + inbox[of], 0);
  const rows = inboxes.flatMap(({ rows }) => rows);
  const due = (at: Date | null) => at?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return {
    name: actor.name,
    total: sum('total'),
    overdue: sum('overdue'),
    today: sum('today'),
    atLeast: inboxes.some((it) => it.atLeast),
    lines: rows
      .toSorted((a, b) => due(a.dueAt) - due(b.dueAt))
      .map(
        ({ caseNumber, category, verb, dueAt, own, person, awayUntilOn }): DigestLine => ({
          caseNumber,
          category,
          verb,
          dueAt,
          insteadOf: !own && person && awayUntilOn ? { name: person, untilOn: awayUntilOn } : null,
        }),
      ),
  };
}
