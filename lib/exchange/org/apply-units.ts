import { v7 as newId } from 'uuid';
import type { Transaction } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import { repath } from '@/lib/units/repath';
import { depthOf, pathsOf } from '@/lib/units/tree';
import type { PlannedLine } from './fault';
import { type KnownUnit, treeAfter, type WantedUnit } from './plan-units';
import { recordLines } from './record-lines';

/** Writes what was planned. The lock of the organisation is held and the plan was made under it. */
export async function applyUnits(
  transaction: Transaction,
  lines: readonly PlannedLine<WantedUnit>[],
  known: readonly KnownUnit[],
  by: PersonActor,
): Promise<void> {
  const ids = new Map(known.map((it) => [it.code, it.id]));
  for (const { wanted } of lines) if (!ids.has(wanted.code)) ids.set(wanted.code, newId());
  const { paths } = pathsOf([...treeAfter(known, lines).values()]);
  const rowOf = ({ parent, ...facts }: WantedUnit) => ({
    id: idIn(ids, facts.code),
    ...facts,
    parentId: parent ? idIn(ids, parent) : null,
    path: paths.get(facts.code) ?? '',
  });
  const fresh = lines.filter((it) => it.doing === 'new').map((it) => rowOf(it.wanted));
  // One statement for all, whatever order they come in: row by row, thousands would outlast the transaction.
  await transaction.$executeRaw`
    INSERT INTO "Unit" (id, code, name, "nameEn", kind, "parentId", path)
    SELECT id, code, name, "nameEn", kind::"UnitKind", "parentId", path
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      AS v(id uuid, code text, name text, "nameEn" text, kind text, "parentId" uuid, path text)`;
  const changed = lines.filter((it) => it.doing === 'changed').map((it) => rowOf(it.wanted));
  await transaction.$executeRaw`
    UPDATE "Unit" u SET name = v.name, "nameEn" = v."nameEn", kind = v.kind::"UnitKind",
      "parentId" = v."parentId"
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS v(id uuid, name text, "nameEn" text, kind text, "parentId" uuid)
    WHERE u.id = v.id`;
  await movePaths(transaction, changed);
  await recordLines(
    transaction,
    by,
    'unit',
    lines
      .filter((it) => it.doing !== 'unchanged')
      .map((it) => ({ ...it, subjectId: idIn(ids, it.wanted.code) })),
  );
}

function idIn(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`no unit ${code}`);
  return id;
}

/** From the top down, so that each finds its new parent already in its place. */
async function movePaths(
  transaction: Transaction,
  changed: readonly { id: string; path: string }[],
): Promise<void> {
  const byDepth = changed.toSorted((one, other) => depthOf(one.path) - depthOf(other.path));
  for (const { id, path: to } of byDepth) {
    const { path: from } = await transaction.unit.findUniqueOrThrow({
      where: { id },
      select: { path: true },
    });
    if (from !== to) await repath(transaction, { from, to });
  }
}
