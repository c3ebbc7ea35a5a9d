import type { z } from 'zod';
import { hasBrokenCharacters, hasDirectionMarks, lengthOf, withoutHiddenCharacters } from './text';

/** What was sent, by field name; a list when a name came more than once. */
export type Entries = Record<string, string | string[]>;

export type Values = Record<string, string | number>;

/** One thing to put right; `code` is a key of messages/<locale>/problems.json. */
export type FormProblem = { field: string | null; code: string; values?: Values };

/** What a form's action answers. `attempt` counts refusals, `done` is set once it succeeded in place. */
export type FormState = {
  attempt: number;
  entries: Entries;
  problems: FormProblem[];
  done?: { code: string; values?: Values };
};

export const freshForm: FormState = { attempt: 0, entries: {}, problems: [] };

const fieldName = /^[A-Za-z][\w.-]{0,63}$/;
const mostFields = 500;

/**
 * The fields of a form as plain text.
 *
 * Left out: the framework's own `$ACTION…` fields, names no form of ours uses, and files, so that a
 * file sent in place of a text counts as not filled in, and so does whatever is no form.
 */
export function readForm(data: FormData): Entries {
  const entries: Entries = {};
  // Whoever calls an action by hand may put anything in its place.
  if (!(data instanceof FormData)) return entries;
  let left = mostFields;
  for (const [name, value] of data) {
    if (left-- <= 0) break;
    if (typeof value !== 'string' || !fieldName.test(name)) continue;
    const known = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (known === undefined) entries[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else entries[name] = [known, value];
  }
  return entries;
}

/** What stands in a field, a file too; null where there is none, or no form. */
export const valueIn = (data: FormData, name: string): FormDataEntryValue | null =>
  data instanceof FormData ? data.get(name) : null;

/** The one value of a field, '' when it is missing; of several the first. */
export function entryOf(entries: Entries, name: string): string {
  const value = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** What speaks against a text, or null. `max` and `min` are counted in code points. */
export function checkText(
  value: string,
  { max, min = 0 }: { max: number; min?: number },
): Omit<FormProblem, 'field'> | null {
  if (hasBrokenCharacters(value)) return { code: 'badCharacters' };
  if (hasDirectionMarks(value)) return { code: 'hiddenMarks' };
  const count = lengthOf(value);
  if (count > max) return { code: 'tooLong', values: { max, count } };
  if (count < min) return { code: 'tooShort', values: { min, count } };
  return null;
}

/** The problems of a refused parse, the first of each field, named as the schemas name them. */
export function problemsOf(error: z.ZodError): FormProblem[] {
  const problems = new Map<string, FormProblem>();
  for (const issue of error.issues) {
    const [first] = issue.path;
    const field = typeof first === 'string' ? first : null;
    const key = field ?? '';
    if (!problems.has(key)) problems.set(key, { field, ...codeOf(issue) });
  }
  return [...problems.values()];
}

function codeOf(issue: z.core.$ZodIssue): Omit<FormProblem, 'field'> {
  const code = /^[a-z][A-Za-z]*$/.test(issue.message) ? issue.message : 'wrongFormat';
  const values = issue.code === 'custom' ? valuesOf(issue.params) : undefined;
  return values ? { code, values } : { code };
}

function valuesOf(params: Record<string, unknown> | undefined): Values | undefined {
  const values = Object.entries(params ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return values.length > 0 ? Object.fromEntries(values) : undefined;
}

/** Whoever calls an action by hand may put anything in place of the state, also what throws when it is looked into. */
export function nextAttempt(before: FormState): number {
  const known = typeof before === 'object' && before !== null ? before.attempt : 0;
  return Number.isSafeInteger(known) ? known + 1 : 1;
}

/**
 * The answer to a refused form: entries kept, without the hidden characters that were objected to,
 * so that sending once more is enough. Fields named in `forget` (passwords) are not sent back.
 */
export function refused(
  before: FormState,
  entries: Entries,
  problems: FormProblem[],
  forget: readonly string[] = [],
): FormState {
  const kept = Object.entries(entries)
    .filter(([name]) => !forget.includes(name))
    .map(([name, value]): [string, string | string[]] => [
      name,
      Array.isArray(value) ? value.map(withoutHiddenCharacters) : withoutHiddenCharacters(value),
    ]);
  return { attempt: nextAttempt(before), entries: Object.fromEntries(kept), problems };
}
