import { type Entries, type FormState, nextAttempt } from './forms';

/** Something that is there already and could be taken instead of sending the form as it is. */
export interface Offer {
  /** What the form sends as `same` when it is taken. */
  value: string;
  title: string;
  lines: string[];
  /** Where to read more, in a window of its own so that nothing written is lost. */
  link: { href: string; words: string } | null;
  take: string;
}

export interface OfferView {
  heading: string;
  lead: string;
  offers: Offer[];
  /** None of them: the form is sent as it is. */
  none: string;
  edit: string;
}

/** The answer to a form before it does anything: entries kept, what could be taken instead beside them. */
export function offered(state: FormState, entries: Entries, view: OfferView): FormState {
  return answer(state, entries, { code: 'offered', values: { view: JSON.stringify(view) } });
}

/** Back to the form with what was written. */
export const backToForm = (state: FormState, entries: Entries): FormState => answer(state, entries);

function answer(state: FormState, entries: Entries, done?: FormState['done']): FormState {
  const { stage: _, same: __, ...kept } = entries;
  const attempt = nextAttempt(state);
  return { attempt, entries: kept, problems: [], ...(done ? { done } : {}) };
}

/** What a form's answer offers, if it does. */
export function offerIn({ done, problems }: FormState): OfferView | null {
  const view = done?.code === 'offered' && problems.length === 0 ? done.values?.view : undefined;
  return typeof view === 'string' ? (JSON.parse(view) as OfferView) : null;
}
