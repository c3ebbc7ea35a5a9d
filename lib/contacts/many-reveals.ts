import type { LiveSession } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';

/** A shift's telephone calls are made on the password of its morning; a list that is gone through is not. */
const freely = 10;

/** Whether somebody has opened so many contacts since they last proved who they are that it is no single look any more. */
export async function isMany({
  actor,
  provedAt,
}: Pick<LiveSession, 'actor' | 'provedAt'>): Promise<boolean> {
  const { personId } = actor;
  return (await db().reveal.count({ where: { personId, at: { gte: provedAt } } })) >= freely;
}
