import { v7 as newId } from 'uuid';
import type { Transaction } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { administratorsStand } from '@/lib/people/administrators-stand';
import { sealEmail } from '@/lib/people/work-email';
import type { PlannedLine } from './fault';
import type { KnownPerson, WantedPerson } from './plan-people';
import { recordLines } from './record-lines';

interface Known {
  people: readonly KnownPerson[];
  units: readonly { id: string; code: string }[];
}

/** Writes what was planned. The lock of the organisation is held and the plan was made under it. */
export async function applyPeople(
  transaction: Transaction,
  lines: readonly PlannedLine<WantedPerson>[],
  known: Known,
  by: PersonActor,
): Promise<void> {
  const unitIds = new Map(known.units.map((it) => [it.code, it.id]));
  const ids = new Map(known.people.map((it) => [it.login, it.id]));
  const doing = lines.filter((it) => it.doing !== 'unchanged');
  const rows = doing.map(({ wanted: { unit, roles, email, ...facts }, ...line }) => {
    const id = ids.get(facts.login) ?? newId();
    const unitId = unitIds.get(unit);
    if (!unitId) throw new Error(`no unit ${unit}`);
    const sealed = sealEmail(id, email ?? undefined);
    return {
      isNew: line.doing === 'new',
      row: { id, ...facts, unitId, roles: [...roles], email: sealed },
    };
  });
  // One statement for all: row by row, thousands would outlast the transaction.
  const fresh = rows.filter((it) => it.isNew).map((it) => it.row);
  await transaction.$executeRaw`
    INSERT INTO "Person" (id, login, name, "unitId", roles, email)
    SELECT id, login, name, "unitId", roles, email
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      AS v(id uuid, login text, name text, "unitId" uuid, roles text[], email text)`;
  const changed = rows.filter((it) => !it.isNew).map((it) => it.row);
  await transaction.$executeRaw`
    UPDATE "Person" p SET name = v.name, "unitId" = v."unitId", roles = v.roles, email = v.email
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS v(id uuid, name text, "unitId" uuid, roles text[], email text)
    WHERE p.id = v.id`;
  await administratorsStand(transaction);
  await recordLines(
    transaction,
    by,
    'person',
    doing.map((it, index) => ({ ...it, subjectId: rows[index]?.row.id ?? '', hidden: ['email'] })),
  );
}
