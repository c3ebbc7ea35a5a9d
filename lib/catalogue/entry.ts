import { z } from 'zod';
import type { PowerEntry } from '@/lib/appeals/power';
import type { UnitKind } from '@/lib/appeals/records';
import { line, optional, paragraph } from '@/lib/fields';
import type { FormProblem } from '@/lib/forms';
import type { NameableUnit } from '@/lib/units/named-units';

/** Kinds that can lead: whoever acts. The hotline answers at the desk, a city acts through its departments. */
export const leadKinds = [
  'street',
  'community',
  'department',
  'utility',
  'district',
  'city',
] as const;
export type LeadKind = (typeof leadKinds)[number];

export const isLeadKind = (kind: string): kind is LeadKind => leadKinds.some((it) => it === kind);

/** What an entry says, without when and by whom. */
export type EntryFacts = Pick<
  PowerEntry,
  'categoryId' | 'leadKind' | 'leadUnitIds' | 'helpUnitIds' | 'basis' | 'confusedWith' | 'bySystem'
>;

export const basisText = () => line(300);
export const confusedText = () => optional(paragraph(500));
export const basisInput = z.object({ basis: basisText(), confusedWith: confusedText() });

type Trouble = Omit<FormProblem, 'field'> & { of: 'leadUnits' | 'helpUnits' };

/** Named units must be able to be what the entry makes of them. */
export function againstEntry(
  leadKind: UnitKind,
  lead: readonly NameableUnit[],
  help: readonly NameableUnit[],
): Trouble[] {
  const other = lead.filter((it) => it.kind !== leadKind);
  const both = help.filter((it) => lead.includes(it));
  return [
    ...other.map(({ name }) => ({
      of: 'leadUnits' as const,
      code: 'unitOfOtherKind',
      values: { name },
    })),
    ...both.map(({ name }) => ({
      of: 'helpUnits' as const,
      code: 'leadsAndHelps',
      values: { name },
    })),
  ];
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((it) => other.includes(it));

export const sameEntry = (one: EntryFacts, other: EntryFacts): boolean =>
  one.leadKind === other.leadKind &&
  sameList(one.leadUnitIds, other.leadUnitIds) &&
  sameList(one.helpUnitIds, other.helpUnitIds) &&
  one.basis === other.basis &&
  (one.confusedWith ?? '') === (other.confusedWith ?? '') &&
  one.bySystem === other.bySystem;
