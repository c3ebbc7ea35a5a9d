import { type Refusal, refuseField } from './refusals';
import type { Context, UnitRef } from './transition';

interface Named {
  unitId: string;
  secondId?: string | undefined;
}

/** Units to look up for a dispatch beside the lead. */
export const secondToName = ({ secondId }: Named): readonly string[] =>
  secondId ? [secondId] : [];

/**
 * One order for two (一单双派): the place and the line department. One leads and moves the case; the
 * second sees it as a unit does and helps, so that the resident has one promise and one answer.
 */
export function whyNotSecond({ unitId, secondId }: Named, { units }: Context): Refusal | null {
  if (!secondId) return null;
  const unit = units.get(secondId);
  if (!unit) return refuseField('secondId', 'unknownUnit');
  if (unit.closedAt) return refuseField('secondId', 'unitClosed');
  return unit.id === unitId ? refuseField('secondId', 'secondIsLead') : null;
}

export const secondNamed = ({ secondId }: Named, { units }: Context): UnitRef | undefined =>
  secondId ? units.get(secondId) : undefined;
