import { figuresAsOf } from '@/lib/db/reading';
import type { PersonActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';

/** Less is as if it were now: reading a page takes as long. */
const worthTellingMs = 5_000;

/**
 * Of when the figures of a page are that were read for this person so far; null: of now, or within five seconds of it.
 */
export async function lateFigures(actor: PersonActor): Promise<Date | null> {
  const asOf = await figuresAsOf(actor);
  return asOf && now().getTime() - asOf.getTime() > worthTellingMs ? asOf : null;
}
