import type { UnitKind } from '@/lib/appeals/records';
import type { FormProblem } from '@/lib/forms';

export interface NameableUnit {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: UnitKind;
  path: string;
  closed: boolean;
}

type Trouble = Omit<FormProblem, 'field'>;

/** Names or codes as people write several in one cell: on lines of their own, or with a mark between. */
export const listIn = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFC')
      .split(/[\n、；;，,]/)
      .map((it) => it.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
];

/** A unit by its code, else by its name in either language; told apart by code where a name stands twice. */
export function unitCalled(
  text: string,
  units: readonly NameableUnit[],
): { unit: NameableUnit } | { trouble: Trouble } {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const byCode = units.find((it) => it.code.toLowerCase() === wanted);
  const named = byCode
    ? [byCode]
    : units.filter((it) =>
        [it.name, it.nameEn].some((name) => name.normalize('NFKC').toLowerCase() === wanted),
      );
  const open = named.filter((it) => !it.closed);
  const [unit, another] = open;
  if (another) {
    const codes = open.map((it) => it.code).join('、');
    return { trouble: { code: 'unitAmbiguous', values: { name: text, codes } } };
  }
  if (unit) return { unit };
  const code = named.length > 0 ? 'unitIsClosed' : 'unitUnknown';
  return { trouble: { code, values: { name: text } } };
}

/** All units of a list, or what is wrong with it. */
export function unitsCalled(
  text: string,
  units: readonly NameableUnit[],
): { units: NameableUnit[]; troubles: Trouble[] } {
  const found = listIn(text).map((it) => unitCalled(it, units));
  return {
    units: [...new Set(found.flatMap((it) => ('unit' in it ? [it.unit] : [])))],
    troubles: found.flatMap((it) => ('trouble' in it ? [it.trouble] : [])),
  };
}
