import type { Where } from './places';

/** One problem of the county as several people tell it, and what came of it. */
export interface Story {
  /** Code of the category. */
  topic: string;
  /** Code of the unit that has to act; absent: the street or town of the place. */
  lead?: string;
  where: Where;
  /** Codes of the streets and towns where it happens; absent: anywhere with such a place. */
  only?: readonly string[];
  kind?: 'help' | 'complaint' | 'report' | 'suggestion';
  urgency?: 'extraUrgent' | 'urgent' | 'complex';
  /** Months in which it happens; absent: all year. */
  months?: readonly number[];
  /** Whole appeals, each in a voice of its own; each is filed once. */
  tells: readonly string[];
  /** For each telling, which answer belongs to it; absent: any. Lists as long as `answers` go with them. */
  fits?: readonly number[];
  /** Tellings after which `again` can have happened; absent: all. */
  againFor?: readonly number[];
  since?: readonly string[];
  wish?: readonly string[];
  /** What was agreed when the unit first spoke with the resident. */
  calls: readonly string[];
  /** None where it cannot be done. */
  answers: readonly string[];
  /** Said when it was not solved, with the answer of the round that followed; in order. */
  again?: readonly (readonly [no: string, answer: string])[];
  thanks?: readonly string[];
  cannot?: {
    answer: string;
    basis: string;
    route: string;
    said: string;
  };
}

/** Streets of the county town; a mountain township has neither signals nor gyms. */
export const urban = ['liuwan', 'chengguan', 'donghu', 'xinhe'];
export const winter = [11, 12, 1, 2, 3];
export const summer = [6, 7, 8, 9];
export const rain = [5, 6, 7, 8, 9];

/** One telling of a story with what belongs to it. */
export interface Telling {
  story: Story;
  what: string;
  calls: readonly string[];
  answers: readonly string[];
  again: readonly (readonly [no: string, answer: string])[];
  thanks: readonly string[];
}

export function tellingsOf(story: Story): Telling[] {
  return story.tells.map((what, nth) => {
    const fit = story.fits?.[nth];
    const along = (list: readonly string[]): readonly string[] =>
      fit !== undefined && list.length === story.answers.length ? list.slice(fit, fit + 1) : list;
    const canRepeat = story.againFor?.includes(nth) ?? true;
    return {
      story,
      what,
      calls: along(story.calls),
      answers: along(story.answers),
      again: canRepeat ? (story.again ?? []) : [],
      thanks: along(story.thanks ?? []),
    };
  });
}
