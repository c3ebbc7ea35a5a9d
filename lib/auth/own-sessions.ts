import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import { now } from '@/lib/time/now';
import { endSessions, type LiveSession, sessionsOpen } from './session-rows';

export interface SessionLine {
  id: string;
  /** Browser and system; '' for what is not known. */
  browser: string;
  system: string;
  network: string;
  since: Date;
  seenAt: Date;
  /** The one that asks. */
  here: boolean;
}

/** Where the person of a session is signed in, this very place first, then by when they were last there. */
export async function readOwnSessions({ id, actor }: LiveSession): Promise<SessionLine[]> {
  const rows = await db().session.findMany({
    where: await sessionsOpen(actor.personId, now()),
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
  });
  const lines = rows.map((row) => {
    const [browser = '', system = ''] = (row.agent ?? '').split('/');
    return {
      id: row.id,
      browser,
      system,
      network: row.network ?? '',
      since: row.createdAt,
      seenAt: row.seenAt ?? row.createdAt,
      here: row.id === id,
    };
  });
  return lines.toSorted((one, other) => Number(other.here) - Number(one.here));
}

/** Ends one other of the person's own; a stranger's, or one that is over, is left alone. */
export async function endOwnSession({ actor }: LiveSession, id: string): Promise<boolean> {
  return (await endSessions({ id, personId: actor.personId })) > 0;
}

/** Ends all of the person's own but this one. @returns how many. */
export const endOtherSessions = ({ id, actor }: LiveSession): Promise<number> =>
  endSessions({ personId: actor.personId, id: { not: id } });

/**
 * Sets another password of one's own, whose old one has been given, and ends all sessions but this.
 *
 * @param id of the session, which may be one that waits for just that.
 */
export async function setOwnPassword(
  { id, personId }: { id: string; personId: string },
  passwordHash: string,
): Promise<void> {
  await db().$transaction(async (transaction) => {
    const data = { passwordHash };
    const { name } = await transaction.person.update({ where: { id: personId }, data });
    const change = { subject: 'person', subjectId: personId, name } as const;
    await recordChange(transaction, { personId }, { ...change, action: 'passwordChanged' });
    await endSessions({ personId, id: { not: id } }, transaction);
  });
}
