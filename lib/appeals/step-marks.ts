import { type Entries, entryOf } from '@/lib/forms';
import { isId } from '@/lib/id';

/** Hidden fields of every step form: the step it was opened at, and its own random key. */
export function stepMarks(entries: Entries): { step?: number; formKey?: string } {
  const step = entryOf(entries, 'step');
  const formKey = entryOf(entries, 'formKey').toLowerCase();
  return {
    ...(/^\d{1,9}$/.test(step) ? { step: Number(step) } : {}),
    ...(isId(formKey) ? { formKey } : {}),
  };
}
