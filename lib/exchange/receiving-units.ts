import { v7 as newId } from 'uuid';
import { db } from '@/lib/db/client';

const importUnit = 'import';

/** The unit that stands for whoever answered where nothing says who did; made when first needed. */
async function haveImportUnit(): Promise<string> {
  const unit = await db().unit.upsert({
    where: { code: importUnit },
    update: {},
    create: {
      id: newId(),
      code: importUnit,
      name: '导入单位',
      nameEn: 'Imported unit',
      kind: 'department',
      path: `${importUnit}/`,
    },
  });
  return unit.id;
}

/**
 * To whom imported appeals go: finds a unit's id by code or name; without either, the unit given by
 * code, else the unit made for imports. Null where the given code is unknown or its unit is closed.
 */
export async function receivingUnits(
  code: string | null,
): Promise<((unit: string | null) => string | null) | null> {
  const usualId = code === null ? await haveImportUnit() : null;
  const units = await db().unit.findMany({ where: { closedAt: null } });
  const ids = new Map<string, string>(units.map((it) => [it.name, it.id]));
  for (const { code: own, id } of units) ids.set(own, id);
  const usual = usualId ?? ids.get(code ?? '');
  if (!usual) return null;
  return (unit) => (unit === null ? usual : (ids.get(unit) ?? null));
}
