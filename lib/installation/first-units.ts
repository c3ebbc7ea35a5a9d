import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import type { Transaction } from '@/lib/db/client';
import type { UnitKind } from '@/lib/db/generated/enums';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { Against, changeOrganisation, type Outcome } from '@/lib/units/organisation';
import { pathUnder } from '@/lib/units/tree';

export interface FirstUnit {
  /** Number of its row in the form. */
  row: number;
  name: string;
  nameEn: string;
  kind: UnitKind;
  parentId: string | null;
}

/** All or none: whatever speaks against a row is told at its field. */
export function addUnits(
  actor: PersonActor,
  units: readonly FirstUnit[],
): Promise<Outcome<number>> {
  return changeOrganisation(async (transaction) => {
    const known = await transaction.unit.findMany({ where: { closedAt: null } });
    const problems = units.flatMap(({ row, name, parentId }, index): FormProblem[] => {
      if (parentId && !known.some((it) => it.id === parentId)) {
        return [{ field: `parent${row}`, code: 'wrongChoice' }];
      }
      const twin = [...known, ...units.slice(0, index)].some(
        (it) => it.name === name && it.parentId === parentId,
      );
      return twin ? [{ field: `name${row}`, code: 'unitExists', values: { name } }] : [];
    });
    if (problems.length > 0) throw new Against(problems);
    let number = await lastNumber(transaction);
    for (const { row: _, ...unit } of units) {
      number += 1;
      const code = `u${String(number).padStart(3, '0')}`;
      const parent = known.find((it) => it.id === unit.parentId) ?? null;
      const id = newId();
      const path = pathUnder(parent?.path ?? null, code);
      await transaction.unit.create({ data: { id, code, ...unit, path } });
      const { name, nameEn, kind } = unit;
      await recordChange(transaction, actor, {
        subject: 'unit',
        subjectId: id,
        name,
        action: 'added',
        after: { code, name, nameEn, kind, parent: parent?.name ?? null },
      });
    }
    return units.length;
  });
}

/** Codes given out here are numbers: a code says nothing, never changes and stands in addresses. */
async function lastNumber(transaction: Transaction): Promise<number> {
  const [found] = await transaction.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(substr(code, 2)::int), 0) AS last FROM "Unit" WHERE code ~ '^u[0-9]{1,6}$'`;
  return found?.last ?? 0;
}
