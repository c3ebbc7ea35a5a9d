import type { UnitKind } from '@/lib/appeals/queries/choices';
import { pathsOf } from '@/lib/units/tree';
import { unitCode } from '@/lib/units/unit-fields';
import { cellOf, findColumns, unitColumns } from './columns';
import { differencesOf, textFault } from './compare';
import type { Fault, Plan, PlannedLine } from './fault';
import { placesIn } from './places';
import type { Table } from './read-table';
import { kindOf } from './words';

export interface KnownUnit {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: UnitKind;
  parent: string | null;
  closed: boolean;
}

export type WantedUnit = Pick<KnownUnit, 'code' | 'name' | 'nameEn' | 'kind' | 'parent'>;

/**
 * What a table would do to the units there are, or what is wrong with each line. Units are told by
 * their code; an empty cell leaves what is there. Units that the table does not name stay.
 */
export function planUnits(table: Table, known: readonly KnownUnit[]): Plan<WantedUnit> {
  if (!table.ok) return { faults: [table.fault], lines: [] };
  const { at, faults } = findColumns(table.header, unitColumns, ['code', 'name']);
  if (faults.length > 0) return { faults, lines: [] };
  const cell = cellOf(at);
  const byCode = new Map(known.map((it) => [it.code, it]));
  const placeOf = placesIn([
    ...known.filter((it) => !it.closed),
    ...table.lines.map((it) => ({ code: cell(it, 'code').toLowerCase(), name: cell(it, 'name') })),
  ]);
  const firstLine = new Map<string, number>();
  const lines: PlannedLine<WantedUnit>[] = [];
  for (const line of table.lines) {
    const no = (code: string, values: Record<string, string | number> = {}) =>
      faults.push({ line: line.line, code, values });
    const given = cell(line, 'code');
    const code = unitCode.safeParse(given);
    if (!code.success) {
      no(given === '' ? 'codeMissing' : 'wrongCode', { code: given });
      continue;
    }
    const before = firstLine.get(code.data);
    if (before !== undefined) {
      no('unitTwice', { code: code.data, before });
      continue;
    }
    firstLine.set(code.data, line.line);
    const old = byCode.get(code.data);
    const name = cell(line, 'name') || old?.name || '';
    const nameEn = cell(line, 'nameEn') || old?.nameEn || name;
    const kindText = cell(line, 'kind');
    const kind = kindText ? kindOf(kindText) : (old?.kind ?? null);
    const parentText = cell(line, 'parent');
    const parent = parentText ? placeOf(parentText) : (old?.parent ?? null);
    const mistaken = [
      old?.closed && (['unitClosed', { name: old.name }] as const),
      name === '' && (['nameMissing', {}] as const),
      textFault(name, 40),
      textFault(nameEn, 80),
      !kind &&
        (kindText ? (['wrongKind', { kind: kindText }] as const) : (['kindMissing', {}] as const)),
      parent === undefined && (['unknownParent', { parent: parentText }] as const),
      parent === 'many' && (['manyParents', { parent: parentText }] as const),
    ].find(Boolean);
    if (mistaken) {
      no(mistaken[0], mistaken[1]);
      continue;
    }
    if (!kind || parent === undefined) continue;
    const wanted = { code: code.data, name, nameEn, kind, parent };
    const differences = differencesOf(old, wanted);
    const doing = !old ? 'new' : Object.keys(differences).length > 0 ? 'changed' : 'unchanged';
    lines.push({ line: line.line, doing, name, differences, wanted });
  }
  faults.push(...treeFaults(known, lines));
  return { faults: faults.toSorted((one, other) => one.line - other.line), lines };
}

/** The tree as it would be: the known units with what the lines make of them. */
export function treeAfter(
  known: readonly KnownUnit[],
  lines: readonly PlannedLine<WantedUnit>[],
): Map<string, WantedUnit & { closed: boolean }> {
  const after = new Map(known.map((it) => [it.code, { ...it }] as const)) as Map<
    string,
    WantedUnit & { closed: boolean }
  >;
  for (const { wanted } of lines) after.set(wanted.code, { ...wanted, closed: false });
  return after;
}

/** What shows only in the whole: circles, two of one name side by side, no hotline left. */
function treeFaults(
  known: readonly KnownUnit[],
  lines: readonly PlannedLine<WantedUnit>[],
): Fault[] {
  const after = treeAfter(known, lines);
  const { circular } = pathsOf([...after.values()]);
  const side = (it: WantedUnit) => JSON.stringify([it.parent, it.name]);
  const holders = new Map<string, string[]>();
  for (const it of after.values()) {
    if (it.closed) continue;
    holders.set(side(it), [...(holders.get(side(it)) ?? []), it.code]);
  }
  const hotline = [...after.values()].some((it) => it.kind === 'hotline' && !it.closed);
  return lines.flatMap(({ line, wanted, differences }): Fault[] => {
    if (circular.has(wanted.code))
      return [{ line, code: 'circular', values: { name: wanted.name } }];
    const other = (holders.get(side(wanted)) ?? []).find((it) => it !== wanted.code);
    if (other && ('name' in differences || 'parent' in differences)) {
      return [{ line, code: 'nameTaken', values: { name: wanted.name, code: other } }];
    }
    return !hotline && 'kind' in differences ? [{ line, code: 'lastHotline' }] : [];
  });
}
