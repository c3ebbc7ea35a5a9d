import { z } from 'zod';
import { unitKinds } from '@/lib/appeals/queries/choices';
import { choice, key, line, optional } from '@/lib/fields';

/** A code stands in addresses, files and paths, so it is plain and never changes. */
export const unitCode = line(32)
  .transform((value) => value.normalize('NFKC').toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'wrongCode'));

const unitNames = { name: line(40), nameEn: line(80) };

export const unitFacts = z.object({ ...unitNames, kind: choice(unitKinds) });
export const newUnit = unitFacts.extend({ code: unitCode, parentId: optional(key()) });

export type UnitFacts = z.infer<typeof unitFacts>;
export type NewUnit = z.infer<typeof newUnit>;
