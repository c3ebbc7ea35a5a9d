'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { readPhone } from '@/lib/appeals/queries/front';
import { minutesUntil } from '@/lib/auth/limiter';
import { currentDraft, forgetDraft, keepStep } from '@/lib/auth/own-draft';
import {
  type FilingStep,
  filingStep,
  pathOf,
  problemsIn,
  stepAfter,
} from '@/lib/drafts/filing-steps';
import { dropDraft } from '@/lib/drafts/keep';
import { urgentNumbers } from '@/lib/drafts/urgent-words';
import { withPlace } from '@/lib/drafts/with-place';
import { type Entries, entryOf, type FormState, readForm, refused } from '@/lib/forms';
import { dropHeld, heldPhotos } from '@/lib/photos/held';

/**
 * One page of filing is answered: kept in the draft, and on to the next page. What is refused is kept too, so
 * that nothing is lost by going away.
 */
export async function takeFilingStep(
  name: unknown,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const step = filingStep.safeParse(name);
  if (!step.success) return refused(state, entries, [{ field: null, code: 'notSent' }]);
  const kept = await keepStep(step.data, entries);
  if (!kept.ok) {
    const values = { minutes: minutesUntil(kept.until), phone: await readPhone() };
    return refused(state, entries, [{ field: null, code: 'tooMany', values }]);
  }
  // Pages gone back to show what is kept.
  revalidatePath('/file', 'layout');
  if (entryOf(entries, 'later')) redirect(pathOf('saved'));
  const problems = problemsIn(step.data, await withPlace(kept.told));
  if (problems.length > 0) return refused(state, entries, problems);
  redirect(next(step.data, entries));
}

/** Danger to life comes before everything; whoever came back from the last look goes there again. */
function next(step: FilingStep, entries: Entries): string {
  if (step === 'what' && urgentNumbers(entryOf(entries, 'what')).length > 0) {
    return pathOf('urgent');
  }
  return pathOf(entryOf(entries, 'back') === 'check' ? 'check' : stepAfter(step));
}

/** Whoever no longer wants to send it, or writes on a machine that others use, leaves nothing behind. */
export async function dropOwnDraft(): Promise<void> {
  const draft = await currentDraft();
  if (draft) {
    const holder = `draft:${draft.id}` as const;
    for (const { id } of await heldPhotos(holder)) await dropHeld(holder, id);
    await dropDraft(draft.id);
  }
  await forgetDraft();
  revalidatePath('/file', 'layout');
  redirect(pathOf('what'));
}
