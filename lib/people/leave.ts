import { recordChange } from '@/lib/audit/record-change';
import { endSessionsOf } from '@/lib/auth/session-rows';
import type { Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { changeOrganisation, type OneAtATime, type Outcome } from '@/lib/units/organisation';
import type { PersonActor } from './actor';
import { administratorsStand } from './administrators-stand';
import { findPerson } from './find-person';
import { type HandedOver, handOver } from './hand-over';
import { mayReceive } from './receiver';

/**
 * Somebody leaves: out at once, password and links void, nobody's deputy any longer, on no level of
 * supervision. Then their open cases go to another person of the unit, or to its common list: in this
 * order, so that nothing new comes to them meanwhile; what could not be moved stands in the overview.
 */
export function leaveWith(guard: OneAtATime) {
  return async (
    id: string,
    toPersonId: string | null,
    by: PersonActor,
  ): Promise<Outcome<HandedOver>> => {
    const left = await changeOrganisation(async (transaction) => {
      const person = await findPerson(transaction, id);
      if (person.disabledAt) return;
      await mayReceive(transaction, toPersonId, person);
      const disabledAt = await databaseClock(transaction);
      await transaction.person.update({
        where: { id },
        data: { disabledAt, passwordHash: null, deputyId: null },
      });
      await administratorsStand(transaction);
      await endSessionsOf(id, transaction);
      await letGo(transaction, id, by);
      await recordChange(transaction, by, {
        subject: 'person',
        subjectId: id,
        name: person.name,
        action: 'left',
      });
    }, guard);
    return left.ok ? { ok: true, value: await handOver(id, toPersonId, 'left', by) } : left;
  };
}

export const leave = leaveWith({ lock: true });

async function letGo(transaction: Transaction, id: string, by: PersonActor): Promise<void> {
  const stoodInFor = await transaction.person.findMany({
    where: { deputyId: id },
    select: { id: true, name: true, deputy: { select: { name: true } } },
  });
  for (const other of stoodInFor) {
    await transaction.person.update({ where: { id: other.id }, data: { deputyId: null } });
    await recordChange(transaction, by, {
      subject: 'person',
      subjectId: other.id,
      name: other.name,
      action: 'changed',
      before: { deputy: other.deputy?.name ?? null },
      after: { deputy: null },
    });
  }
  const levels = await transaction.supervisionOfficer.findMany({
    where: { personId: id },
    include: { person: { select: { name: true } } },
  });
  for (const { level, person } of levels) {
    await transaction.supervisionOfficer.delete({
      where: { level_personId: { level, personId: id } },
    });
    await recordChange(transaction, by, {
      subject: 'supervisionOfficer',
      subjectId: String(level),
      name: person.name,
      action: 'removed',
      before: { level },
      after: { level: null },
    });
  }
}
