import type { Database } from '@/lib/db/client';
import { madeNow } from './rows';

/** In keys of the roll-ups: no unit. */
export const nowhere = '00000000-0000-0000-0000-000000000000';

/** How far the roll-ups are: limits that fell due before the instant are in, and by whose days they are kept. */
export interface Mark {
  upTo: Date;
  zone: string;
}

/** Null where there are none, or none that these statements made. */
export async function readMark(database: Database): Promise<Mark | null> {
  const [mark] = await database.$queryRaw<Mark[]>`
    SELECT m."upTo", m.zone FROM "MeasureMark" m JOIN "Installation" i ON i.zone = m.zone
    WHERE m.made = ${madeNow()}`;
  return mark ?? null;
}
