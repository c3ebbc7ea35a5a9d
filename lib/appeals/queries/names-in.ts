import { type Database, planned } from '@/lib/db/client';
import type { Named } from './case-view';

/** What is known of whoever an id names; null where it names nobody. */
export interface Names {
  unitOf(id: unknown): Named | null;
  personOf(id: unknown): string | null;
}

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The units and people that what was read names by their ids, wherever they stand in it. A county has thousands of
 * units and a case names five; which keys of a step's facts hold one is not listed here, so that no new step is forgotten.
 */
export async function namesIn(database: Database, ...read: readonly unknown[]): Promise<Names> {
  const ids = [...new Set(JSON.stringify(read).match(anyId))];
  const rows = await database.$queryRaw<(Named & { isUnit: boolean })[]>`${planned}
    SELECT id, name, "nameEn", true AS "isUnit" FROM "Unit" WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT id, name, '', false FROM "Person" WHERE id = ANY(${ids}::uuid[])`;
  const units = new Map<unknown, Named>();
  const people = new Map<unknown, string>();
  for (const { isUnit, ...it } of rows) {
    if (isUnit) units.set(it.id, it);
    else people.set(it.id, it.name);
  }
  return {
    unitOf: (id) => units.get(id) ?? null,
    personOf: (id) => people.get(id) ?? null,
  };
}
