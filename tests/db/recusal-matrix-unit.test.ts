import { unitWorld } from '../support/recusal/matrix';
import { prove } from '../support/recusal/prove';

/** Every role of a unit complained of, and of a unit below it, × every way of seeing. */
await prove(unitWorld(), 'a complaint that names a unit', [
  // Whoever belongs to a unit that had it never reads what residents answered.
  'lib/appeals/queries/verdicts.ts#readVerdicts',
  // A unit that is barred owns no cause any longer.
  'lib/measures/causes.ts#causeRegister',
  'lib/appeals/queries/causes.ts#readCauses',
  // A handler who is barred is named to it no longer.
  'lib/units/held.ts#casesOf',
  'lib/people/read-person.ts#readPerson',
  'lib/people/overview.ts#readOverview',
]);
