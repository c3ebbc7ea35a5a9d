import { sessionsOpen } from '@/lib/auth/session-rows';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { civilDateOf } from '@/lib/time/civil';
import { casesOf, openLeadFor } from '@/lib/units/held';
import type { PersonActor } from './actor';
import { openEmail } from './work-email';

/** One person as administration sees them; null when there is none. */
export async function readPerson(id: string, zone: string, by: PersonActor) {
  const at = await databaseClock(db());
  const found = await db().person.findUnique({
    where: { id },
    include: {
      unit: { select: { id: true, name: true, nameEn: true, closedAt: true } },
      deputy: { select: { id: true, name: true } },
      absences: {
        where: { cancelledAt: null, untilOn: { gte: civilDateOf(at, zone) } },
        orderBy: { fromOn: 'asc' },
        select: { id: true, fromOn: true, untilOn: true },
      },
      secondFactor: { select: { confirmedAt: true } },
      invitations: {
        where: { usedAt: null, expiresAt: { gt: at } },
        select: { expiresAt: true },
        take: 1,
      },
    },
  });
  if (!found) return null;
  const { passwordHash, email, invitations, secondFactor, identity: _, ...person } = found;
  return {
    ...person,
    at,
    canSignIn: passwordHash !== null,
    /** Since when they sign in with a second factor. */
    factorSince: secondFactor?.confirmedAt ?? null,
    /** In how many places they are signed in. */
    signedIn: await db().session.count({ where: await sessionsOpen(id, at) }),
    email: openEmail(id, email),
    /** Until when a link that was given out still works. */
    invitedUntil: invitations[0]?.expiresAt ?? null,
    cases: await casesOf(db(), id, by),
    /** Of another unit than theirs: left behind when they moved. */
    strays: await db().assignment.count({
      where: { ...openLeadFor(by), personId: id, unitId: { not: found.unitId } },
    }),
  };
}

export type PersonPage = NonNullable<Awaited<ReturnType<typeof readPerson>>>;
