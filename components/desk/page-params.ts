import { civilDate } from '@/lib/fields';
import type { CivilDate } from '@/lib/time/civil';

export type PageParams = Promise<Record<string, string | string[] | undefined>>;

/** Of a name that came more than once, the first. */
export const firstParam = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** A civil date out of an address; whatever is none is as if nothing had been asked. */
export function dateParam(text: string | undefined): CivilDate | undefined {
  const read = civilDate().safeParse(text ?? '');
  return read.success ? read.data : undefined;
}
