import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { type Capability, capabilitiesOf } from '@/lib/people/roles';
import type { SupervisionLevel } from './supervision-causes';

export interface Officer {
  id: string;
  name: string;
  unit: { name: string; nameEn: string };
  /** Named for the level. */
  named: boolean;
  /** Still named, but no longer somebody who could be. */
  lapsed: boolean;
}

/** Supervisors at every level; from the second on also those who can take a case on themselves. */
const enabling = (level: SupervisionLevel): readonly Capability[] =>
  level === 1 ? ['supervise'] : ['supervise', 'takeOn'];

function mayServe(person: { roles: string[]; disabledAt: Date | null }, level: SupervisionLevel) {
  const held = capabilitiesOf(person.roles);
  return person.disabledAt === null && enabling(level).some((it) => held.has(it));
}

/** Everybody who could be named for each level, and whoever is. */
export async function readOfficers(): Promise<Record<SupervisionLevel, Officer[]>> {
  const people = await db().person.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      roles: true,
      disabledAt: true,
      unit: { select: { name: true, nameEn: true } },
      officer: { select: { level: true } },
    },
  });
  const of = (level: SupervisionLevel): Officer[] =>
    people.flatMap((person) => {
      const { id, name, unit } = person;
      const named = person.officer.some((it) => it.level === level);
      const able = mayServe(person, level);
      return able || named ? [{ id, name, unit, named, lapsed: !able }] : [];
    });
  return { 1: of(1), 2: of(2), 3: of(3) };
}

/** Names exactly these people for a level. Each who comes or goes is a line of the log. */
export async function nameOfficers(
  actor: PersonActor,
  level: SupervisionLevel,
  ids: readonly string[],
): Promise<FormProblem | null> {
  return db().$transaction(async (transaction) => {
    // The lock of every change of people: nobody leaves between the question and the naming.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organisation'))`;
    const before = await transaction.supervisionOfficer.findMany({ where: { level } });
    const people = await transaction.person.findMany({
      where: { id: { in: [...ids, ...before.map((it) => it.personId)] } },
    });
    const chosen = people.filter((it) => ids.includes(it.id));
    if (chosen.length !== ids.length || chosen.some((it) => !mayServe(it, level))) {
      return { field: 'people', code: 'wrongChoice' };
    }
    const leaving = before.filter((it) => !ids.includes(it.personId));
    const coming = ids.filter((id) => !before.some((it) => it.personId === id));
    await transaction.supervisionOfficer.deleteMany({
      where: { level, personId: { in: leaving.map((it) => it.personId) } },
    });
    await transaction.supervisionOfficer.createMany({
      data: coming.map((personId) => ({ level, personId })),
    });
    const tell = (personId: string, action: 'named' | 'released') =>
      recordChange(transaction, actor, {
        subject: 'supervisionOfficer',
        subjectId: personId,
        name: people.find((it) => it.id === personId)?.name ?? '',
        action,
        ...(action === 'named' ? { after: { level } } : { before: { level } }),
      });
    for (const it of leaving) await tell(it.personId, 'released');
    for (const id of coming) await tell(id, 'named');
    return null;
  });
}
