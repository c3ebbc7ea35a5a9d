import { z } from 'zod';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { Desk } from '@/lib/appeals/queries/inbox-lists';
import { type Entries, entryOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import { may, type PersonActor } from '@/lib/people/actor';
import type { Capability } from '@/lib/people/roles';

/** Steps that may be taken for several cases at once, each still a step of its own with its own rules. */
export const bulkVerbs = ['accept', 'assign', 'dispatch'] as const satisfies readonly Verb[];
export type BulkVerb = (typeof bulkVerbs)[number];

export const mostAtOnce = 50;

interface Bulk {
  desk: Desk;
  capability: Capability;
  /** The one thing asked, the same for all of them. */
  asks: 'personId' | 'unitId' | null;
}

const bulk: Record<BulkVerb, Bulk> = {
  accept: { desk: 'unit', capability: 'handle', asks: null },
  assign: { desk: 'unit', capability: 'assign', asks: 'personId' },
  dispatch: { desk: 'dispatch', capability: 'dispatch', asks: 'unitId' },
};

export const isBulkVerb = (name: unknown): name is BulkVerb =>
  typeof name === 'string' && Object.hasOwn(bulk, name);

export const deskOf = (verb: BulkVerb): Desk => bulk[verb].desk;

export const asksOf = (verb: BulkVerb) => bulk[verb].asks;

export const mayInBulk = (actor: PersonActor, verb: BulkVerb): boolean =>
  may(actor, bulk[verb].capability);

export const bulkVerbsOf = (actor: PersonActor, desk: Desk): BulkVerb[] =>
  bulkVerbs.filter((verb) => bulk[verb].desk === desk && mayInBulk(actor, verb));

/** What every one of the cases is asked, as the form of the single step would send it. */
export type BulkInput = Record<string, string>;

/** The input out of a form or an address; null while what the step asks has not been chosen. */
export function readBulkInput(verb: BulkVerb, entries: Entries): BulkInput | null {
  const { asks } = bulk[verb];
  if (!asks) return {};
  const chosen = entryOf(entries, asks);
  return isId(chosen) ? { [asks]: chosen } : null;
}

const caseNumber = /^\d{12,14}$/;

/** Case numbers as ticked, each once, in their order; `left` are those beyond the most at once. */
export function readTicked(value: unknown): { ticked: string[]; left: number } {
  const all = (Array.isArray(value) ? value : [value]).filter(
    (it): it is string => typeof it === 'string' && caseNumber.test(it),
  );
  const each = [...new Set(all)];
  return { ticked: each.slice(0, mostAtOnce), left: Math.max(0, each.length - mostAtOnce) };
}

/** One case of a confirmed step: at which step it was previewed, and its own form's key. */
export interface BulkCase {
  caseNumber: string;
  step: number;
  formKey: string;
}

const mark = z.string().regex(/^\d{12,14}\.\d{1,9}\.[0-9a-f-]{36}$/);

export const writeBulkCase = (it: BulkCase): string => `${it.caseNumber}.${it.step}.${it.formKey}`;

/** Null where a mark is not one of ours; of a case that came twice the first. */
export function readBulkCases(value: unknown): BulkCase[] | null {
  const marks = z.array(mark).safeParse(Array.isArray(value) ? value : [value]);
  if (!marks.success || marks.data.length > mostAtOnce) return null;
  const cases = new Map<string, BulkCase>();
  for (const text of marks.data) {
    const [number = '', step = '', formKey = ''] = text.split('.');
    if (!isId(formKey)) return null;
    if (!cases.has(number)) cases.set(number, { caseNumber: number, step: Number(step), formKey });
  }
  return [...cases.values()];
}
