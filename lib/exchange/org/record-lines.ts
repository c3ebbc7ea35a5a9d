import { v7 as newId } from 'uuid';
import type { Subject } from '@/lib/audit/record-change';
import type { Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { PersonActor } from '@/lib/people/actor';
import type { PlannedLine } from './fault';

/** One line of the audit log for each line that did something, as if each had been done by hand. */
export async function recordLines<T>(
  transaction: Transaction,
  by: PersonActor,
  subject: Subject,
  lines: readonly (PlannedLine<T> & { subjectId: string; hidden?: readonly string[] })[],
): Promise<void> {
  const at = await databaseClock(transaction);
  const rows = lines.map(({ subjectId, name, doing, differences, hidden = [] }) => {
    const told = (side: 'before' | 'after') =>
      Object.fromEntries(
        Object.entries(differences).map(([fact, it]) => [fact, toldFact(fact, it[side], hidden)]),
      );
    return {
      id: newId(),
      subjectId,
      name,
      action: doing === 'new' ? 'added' : 'changed',
      ...(doing === 'new' ? {} : { before: told('before') }),
      after: told('after'),
    };
  });
  await transaction.$executeRaw`
    INSERT INTO "Change" (id, at, "personId", subject, "subjectId", name, action, before, after)
    SELECT id, ${at}, ${by.personId}::uuid, ${subject}, "subjectId", name, action, before, after
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS v(id uuid, "subjectId" text, name text, action text, before jsonb, after jsonb)`;
}

/** As the forms of administration record it: roles as a list, an address only as given or not. */
function toldFact(fact: string, value: string, hidden: readonly string[]) {
  if (value === '') return null;
  if (hidden.includes(fact)) return 'given';
  return fact === 'roles' ? value.split(', ') : value;
}
