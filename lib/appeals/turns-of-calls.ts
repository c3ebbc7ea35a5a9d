import { nextOf } from './calls';
import { type CaseFile, openCalls, secondOf } from './case-file';
import type { Turn } from './records';

const noDates = { notBefore: null, dueAt: null, yellowAt: null, redAt: null };

/** Every unit that was called owes its next step; by when, the clock of that step says. */
export const turnsOfCalls = (file: CaseFile): Turn[] =>
  openCalls(file).map((call) => {
    const verb = nextOf(call);
    const clock = file.clocks.find((it) => it.callId === call.id && it.kind === verb);
    return {
      ...noDates,
      unitId: call.unitId,
      personId: call.personId,
      capability: null,
      verb,
      dueAt: clock?.dueAt ?? null,
      yellowAt: clock?.yellowAt ?? null,
      redAt: clock?.redAt ?? null,
    };
  });

/**
 * Whoever helps the lead finds the case on its list, with nothing due: the promise and its clocks are the
 * lead's, or two units would each wait for the other.
 */
export function turnsOfSecond(file: CaseFile): Turn[] {
  const second = secondOf(file);
  if (!second) return [];
  const { unitId, personId } = second;
  return [{ ...noDates, unitId, personId, capability: null, verb: 'annotate' }];
}
