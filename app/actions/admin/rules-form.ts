import { redirect } from 'next/navigation';
import { type Entries, type FormProblem, type FormState, nextAttempt } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { administering } from '@/lib/people/administering';
import type { Power } from '@/lib/people/powers';

/** Runs one form of the rules and leads on once it is done; else the entries come back with the problems. */
export async function changingRules(
  power: Power,
  state: FormState,
  data: FormData,
  work: (actor: PersonActor, entries: Entries) => Promise<FormProblem[]>,
  next: string,
): Promise<FormState> {
  const result = await administering(power, state, data, async (actor, entries) => {
    const problems = await work(actor, entries);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: null };
  });
  if ('state' in result) return result.state;
  redirect(next);
}

/** A table a proposal shows, and sentences above it; it travels in a form's answer as plain text. */
export interface ProposalView {
  heading: string;
  sentences: string[];
  columns: string[];
  rows: string[][];
  /** Said beneath the table. */
  after: string;
}

/** The answer to a form that proposes something: entries kept, what would happen beside them. */
export function proposed(state: FormState, entries: Entries, view: ProposalView): FormState {
  const { stage: _, ...kept } = entries;
  const attempt = nextAttempt(state);
  const values = { view: JSON.stringify(view) };
  return { attempt, entries: kept, problems: [], done: { code: 'proposed', values } };
}

/** Back to the form with what was written. */
export function backToForm(state: FormState, entries: Entries): FormState {
  const { stage: _, ...kept } = entries;
  const attempt = nextAttempt(state);
  return { attempt, entries: kept, problems: [] };
}
