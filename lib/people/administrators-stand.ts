import type { Database, Transaction } from '@/lib/db/client';
import { against } from '@/lib/units/organisation';
import { administratorOf, type Part, parts, partsIn, type Role, roles } from './roles';

/** Roles that administer anything. */
export const administeringRoles = (Object.keys(roles) as Role[]).filter(
  (it) => partsIn([it]).length > 0,
);

export interface Administrator {
  id: string;
  name: string;
  parts: Part[];
  canSignIn: boolean;
}

/** Whoever administers and has not left. */
export async function readAdministrators(database: Database): Promise<Administrator[]> {
  const people = await database.person.findMany({
    where: { roles: { hasSome: administeringRoles }, disabledAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, roles: true, passwordHash: true },
  });
  return people.map(({ roles: held, passwordHash, ...it }) => ({
    ...it,
    parts: partsIn(held),
    canSignIn: passwordHash !== null,
  }));
}

/** Whether nobody may be two of the three administrators. */
export async function areApart(database: Database): Promise<boolean> {
  const where = { id: 1 };
  const select = { apartSince: true };
  const row = await database.installation.findUniqueOrThrow({ where, select });
  return row.apartSince !== null;
}

/** Where the three are apart nobody may be two of them: asked whenever somebody comes or is given a role. */
export async function threeStayApart(transaction: Transaction): Promise<void> {
  if (!(await areApart(transaction))) return;
  const both = (await readAdministrators(transaction)).find((it) => it.parts.length > 1);
  if (both) against(null, 'threeApart', { name: both.name });
}

/**
 * Each part of administration must still be somebody's, and whoever hands out rights must be able to sign in,
 * or nobody could ever put anything right; and the three stay apart. Asked at the end of every change by which
 * somebody may lose a role, under the lock of the organisation.
 */
export async function administratorsStand(transaction: Transaction): Promise<void> {
  const people = await readAdministrators(transaction);
  const able = people.some((it) => it.canSignIn && it.parts.includes('security'));
  if (!able) against(null, 'lastAdministrator');
  const missing = parts.find((part) => !people.some((it) => it.parts.includes(part)));
  if (missing) against(null, 'partOfNobody', { role: administratorOf(missing) });
  await threeStayApart(transaction);
}
