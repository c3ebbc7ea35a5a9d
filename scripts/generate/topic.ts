import type { AppealKind, Urgency } from '@/lib/appeals/records';
import type { Season } from './seasons';

/** Where a matter happens. */
export type Where = 'room' | 'block' | 'estate' | 'road' | 'village' | 'market' | 'school';

/**
 * One matter people call about, as phrases to put together. `{n}` becomes a small number, `{days}` a span
 * of days, `{hour}` an hour of the day.
 */
export interface Topic {
  /** Code of its category. */
  category: string;
  /** Who acts: the street the place lies in, or a department or company by its code. */
  owner: string;
  kind: AppealKind;
  urgency: Urgency;
  season: Season;
  where: readonly Where[];
  trouble: readonly string[];
  effect: readonly string[];
  wish: readonly string[];
  /** What was said when the unit first called. */
  said: readonly string[];
  answer: readonly string[];
  /** Why it is not solved. */
  still: readonly string[];
  /** Where it cannot be done: why, by what law, and what else there is. */
  cannot?: { answer: string; basis: string; route: string };
}
