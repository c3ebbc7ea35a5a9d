import { z } from 'zod';
import type { Due } from './population';

/** The last row of a page: where the next one goes on, however much is added meanwhile. */
export type PageKey = Pick<Due, 'at' | 'roundId' | 'who'>;

export const writePageKey = ({ at, roundId, who }: PageKey): string =>
  [at.getTime(), roundId, who].join('.');

/** Up to the year 9999, the last that PostgreSQL and we agree on. */
const instant = z.coerce.number().int().min(0).max(253_402_300_799_999).pipe(z.coerce.date());
const parts = z.tuple([instant, z.uuid(), z.uuid()]);

/** Null for anything that is no key, as an address may hold anything. */
export function readPageKey(text: string | undefined): PageKey | null {
  const read = parts.safeParse(text?.split('.'));
  if (!read.success) return null;
  const [at, roundId, who] = read.data;
  return { at, roundId, who };
}
