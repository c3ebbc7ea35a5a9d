import { Prisma } from '@/lib/db/generated/client';
import type { MeasuredUnit } from './ask';
import type { Branches } from './branches';

const areaKinds: readonly string[] = ['district', 'street', 'community'];

/** A street or a community has its place by itself; whatever lies below one is there as well. */
const placingKinds: readonly string[] = ['street', 'community'];

/**
 * Districts, streets and townships, communities and villages. A case lies where the unit of a street or below
 * that had it last lies; with departments alone it has no area.
 */
export function areasOf(units: readonly MeasuredUnit[]): Branches {
  const placing = units.filter((it) => placingKinds.includes(it.kind));
  const placed = units.filter((it) => placing.some((top) => it.path.startsWith(top.path)));
  const nodes = units.filter((it) => areaKinds.includes(it.kind));
  return { nodes: openedUp(nodes), pathOf: new Map(placed.map(({ id, path }) => [id, path])) };
}

/** Where all lies in one district, that one says nothing. */
function openedUp(nodes: readonly MeasuredUnit[]): readonly MeasuredUnit[] {
  const districts = nodes.filter((it) => it.kind === 'district');
  return districts.length === 1 ? nodes.filter((it) => it.kind !== 'district') : nodes;
}

/** Of every appeal that `appealIds` gives, the unit that places it: `appealId`, `unitId`. */
export const placedInSql = (areas: Branches, appealIds: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (s."appealId") s."appealId", s."unitId" FROM "Assignment" s
  WHERE s."unitId" = ANY(${[...areas.pathOf.keys()]}::uuid[]) AND s."appealId" IN (${appealIds})
  ORDER BY s."appealId", s."fromAt" DESC, s.id`;
