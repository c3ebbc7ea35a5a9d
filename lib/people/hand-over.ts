import { perform } from '@/lib/appeals/perform';
import { notRecusedFrom } from '@/lib/appeals/queries/recused';
import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import { openLead } from '@/lib/units/held';
import { changeOrganisation, type Outcome } from '@/lib/units/organisation';
import { mintSystem, type PersonActor } from './actor';
import { findPerson } from './find-person';
import { mayReceive } from './receiver';

export interface HandedOver {
  moved: number;
  /** Still with the person as before; asking once more tries these again. */
  failed: number;
}

/**
 * Gives the open cases of somebody who left, or moved to another unit, to another person of the unit
 * that has them, or back to its common list. Each case is a step of its own with its own event, so one
 * that is refused leaves the others moved; doing it again goes on where it stopped.
 */
export async function handOver(
  fromPersonId: string,
  toPersonId: string | null,
  because: 'left' | 'moved',
  by: PersonActor,
): Promise<HandedOver> {
  const { unitId } = await db().person.findUniqueOrThrow({ where: { id: fromPersonId } });
  const held = await db().assignment.findMany({
    // Who moved keeps what they have since been given in the new unit.
    where: {
      ...openLead,
      personId: fromPersonId,
      ...(because === 'moved' ? { unitId: { not: unitId } } : {}),
    },
    orderBy: { fromAt: 'asc' },
    select: { appealId: true },
  });
  const told = await db().appeal.findMany({
    where: { AND: [{ id: { in: held.map((it) => it.appealId) } }, notRecusedFrom(by)] },
    select: { id: true },
  });
  const outcome = { moved: 0, failed: 0 };
  if (held.length === 0) return outcome;
  const input = { personId: toPersonId ?? '', because, forPersonId: fromPersonId };
  for (const { appealId } of held) {
    const done = await perform({ appealId, verb: 'assign', input }, mintSystem());
    // Counted for whoever moves them only as far as they may know of them.
    if (told.some(({ id }) => id === appealId)) outcome[done.ok ? 'moved' : 'failed'] += 1;
  }
  const who = [fromPersonId, ...(toPersonId ? [toPersonId] : [])];
  const people = await db().person.findMany({
    where: { id: { in: who } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => people.find((it) => it.id === id)?.name ?? null;
  await db().$transaction((transaction) =>
    recordChange(transaction, by, {
      subject: 'person',
      subjectId: fromPersonId,
      name: nameOf(fromPersonId) ?? '',
      action: 'handedOver',
      after: { to: nameOf(toPersonId), because, ...outcome },
    }),
  );
  return outcome;
}

/** For cases that could not be moved when somebody left. */
export async function handOverAgain(
  fromPersonId: string,
  toPersonId: string | null,
  by: PersonActor,
): Promise<Outcome<HandedOver>> {
  const checked = await changeOrganisation(async (transaction) => {
    const person = await findPerson(transaction, fromPersonId);
    await mayReceive(transaction, toPersonId, person);
    return person.disabledAt ? 'left' : 'moved';
  });
  if (!checked.ok) return checked;
  return { ok: true, value: await handOver(fromPersonId, toPersonId, checked.value, by) };
}
