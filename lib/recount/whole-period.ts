import { type Period, periodOf } from '@/lib/measures/period';
import type { CivilDate } from '@/lib/time/civil';

/** Days between which everything lies that can count. */
const [first, last] = ['1990-01-01', '2100-01-01'];

/** The days given, both counted; without one, as far as there is anything. */
export const wholePeriod = (from: CivilDate | null, to: CivilDate | null, zone: string): Period =>
  periodOf(from ?? first, to ?? last, zone);
