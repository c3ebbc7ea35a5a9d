import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';

/** A notice that did not go out. No number, no address: administration does not need them. */
export interface NotGoneOut {
  id: string;
  caseNumber: string;
  kind: string;
  /** refused: not taken by this number or address · dead: no gateway took it · late: too old when tried. */
  outcome: 'refused' | 'dead' | 'late';
  channel: string | null;
  code: string | null;
  since: Date;
}

const mostShown = 100;

/** What did not go out, the newest first, but of cases the reader is barred from. */
export function readNotGoneOut(actor: PersonActor): Promise<NotGoneOut[]> {
  return db().$queryRaw`
    SELECT n.id, a."caseNumber", n.kind, n.outcome, d.channel, d.code, n."settledAt" AS since
    FROM "Notice" n JOIN "Appeal" a ON a.id = n."appealId"
      LEFT JOIN LATERAL (SELECT channel, code FROM "Delivery" d WHERE d."noticeId" = n.id
        ORDER BY attempt DESC LIMIT 1) d ON TRUE
    WHERE n.outcome IN ('dead', 'refused', 'late') AND ${notRecusedInSql(actor)}
    ORDER BY n."settledAt" DESC, n.id LIMIT ${mostShown}`;
}

/**
 * Has one of them tried again, from the first try on and under another key: a person means it to go out
 * again. False where it is none of them (any more), or of a case the actor is barred from.
 */
export function sendAgain(actor: PersonActor, noticeId: string): Promise<boolean> {
  return db().$transaction(async (transaction) => {
    const [notice] = await transaction.$queryRaw<{ caseNumber: string; outcome: string }[]>`
      UPDATE "Notice" n SET "settledAt" = NULL, outcome = NULL, "againAt" = c.at, "dueAt" = c.at
      FROM "Appeal" a, (SELECT date_trunc('milliseconds', clock_timestamp()) AS at) c,
        "Notice" old
      WHERE n.id = ${noticeId}::uuid AND old.id = n.id AND a.id = n."appealId"
        AND n.outcome IN ('dead', 'refused', 'late') AND ${notRecusedInSql(actor)}
      RETURNING a."caseNumber", old.outcome`;
    if (!notice) return false;
    await recordChange(transaction, actor, {
      subject: 'notice',
      subjectId: noticeId,
      name: notice.caseNumber,
      action: 'sentAgain',
    });
    return true;
  });
}
