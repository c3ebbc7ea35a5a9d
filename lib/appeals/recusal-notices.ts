import type { CaseFile } from './case-file';
import type { NoticeRow } from './records';
import { barsPerson, barsUnit, nobodyLeft } from './recusals';
import type { Rules } from './transition';

type Told = Pick<NoticeRow, 'unitId' | 'personId'>;
type Offices = Pick<Rules, 'offices'>;

/** Whoever has it newly in hand; where nobody is left, the inspectors, who read. */
export function takersOf(before: CaseFile, after: CaseFile, { offices }: Offices): string[] {
  const fresh = after.appeal.fallbackIds.filter((id) => !before.appeal.fallbackIds.includes(id));
  if (!nobodyLeft(after) || nobodyLeft(before)) return fresh;
  return offices.filter((it) => it.roles.includes('inspector')).map((it) => it.personId);
}

/** Whoever is barred is told nothing, whatever else they are. */
export function toldToBarred(
  file: CaseFile,
  { unitId, personId }: Told,
  { offices }: Offices,
): boolean {
  if (!file.appeal.recused) return false;
  if (personId) {
    const unitPath = offices.find((it) => it.personId === personId)?.unitPath ?? '';
    return barsPerson(file, { personId, unitPath });
  }
  if (!unitId) return false;
  const places = [...file.assignments, ...file.calls, ...file.causes, ...offices];
  return barsUnit(file, places.find((it) => it.unitId === unitId)?.unitPath ?? '');
}
