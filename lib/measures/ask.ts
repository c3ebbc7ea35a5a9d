import { db, planned } from '@/lib/db/client';
import { UnitKind } from '@/lib/db/generated/enums';
import type { PersonActor } from '@/lib/people/actor';
import type { Period } from './period';
import type { Scope } from './population';

/** A question as it stands in an address. */
export interface Ask {
  period: Period;
  /** Code of a unit; null: all units. */
  unit: string | null;
  /** That unit without those below it. */
  alone?: boolean;
  at: Date;
}

/** From the hotline outwards: like stands with like. */
export const unitKinds = Object.values(UnitKind);

export interface MeasuredUnit {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: UnitKind;
  path: string;
}

/** Every unit, parents before those below them. */
export const measuredUnits = (): Promise<MeasuredUnit[]> => db().$queryRaw<
  MeasuredUnit[]
>`${planned}
  SELECT id, code, name, "nameEn", kind::text AS kind, path FROM "Unit" ORDER BY path`;

/** Null where no unit has that code. */
export function scopeOf(
  actor: PersonActor,
  ask: Ask,
  units: readonly MeasuredUnit[],
): Scope | null {
  const { period, at, alone = false } = ask;
  if (ask.unit === null) return { actor, period, at, alone, unitPath: null };
  const unit = units.find((it) => it.code === ask.unit);
  return unit ? { actor, period, at, alone, unitPath: unit.path } : null;
}
