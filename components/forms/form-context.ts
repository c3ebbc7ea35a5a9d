'use client';

import { createContext, useContext } from 'react';
import type { Entries, FormState } from '@/lib/forms';

/** Words the form mechanics need in the browser; nothing else of the messages is shipped. */
export type FormWords = {
  errorPrefix: string;
  notSentTitle: string;
  summaryOne: string;
  summaryMany: string;
  labelled: string;
  sending: string;
  optional: string;
  countMax: string;
  countUsed: string;
  choose: string;
};

type FormNow = {
  prefix: string | undefined;
  attempt: number;
  entries: Entries;
  /** Field name → what to put right, in words. */
  problems: ReadonlyMap<string, string>;
  pending: boolean;
  words: FormWords;
};

export const FormContext = createContext<FormNow | null>(null);

/** What the action answered once it was done, for what stands in place of the form. */
export const DoneContext = createContext<FormState['done'] | null>(null);

export function useFormNow(): FormNow {
  const now = useContext(FormContext);
  if (!now) throw new Error('Form fields stand inside an ActionForm');
  return now;
}

/** The id of a field's input; two forms on one page keep theirs apart by a prefix. */
export function fieldId(prefix: string | undefined, name: string): string {
  return prefix ? `${prefix}-${name}` : name;
}

/** What one field shows: what was sent last, else `initial`, and what speaks against it. */
export function useFormField(name: string, initial: string | readonly string[] | undefined) {
  const { prefix, attempt, entries, problems, words } = useFormNow();
  const sent = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return {
    id: fieldId(prefix, name),
    // A new key per refusal mounts the field anew, so that it shows the entries as they came back.
    key: `${name}-${attempt}`,
    value: attempt > 0 ? sent : initial,
    error: problems.get(name),
    words,
  };
}
