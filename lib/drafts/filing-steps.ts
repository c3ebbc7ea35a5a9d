import { z } from 'zod';
import { file as filing } from '@/lib/appeals/transitions/file';
import { type Entries, entryOf, type FormProblem, problemsOf } from '@/lib/forms';

/** The pages on which a resident tells something, in their order. */
export const filingSteps = ['what', 'where', 'more', 'who'] as const;
export type FilingStep = (typeof filingSteps)[number];

export const filingStep = z.enum(filingSteps);

const fields: Record<FilingStep, readonly string[]> = {
  // Chosen on the front page, among the topics.
  what: ['what', 'categoryId'],
  where: ['place', 'community', 'point'],
  more: ['since', 'wish', 'kind', 'categoryId', 'aboutUnitId', 'aboutWho'],
  who: [
    'phone',
    'email',
    'name',
    'secret',
    'show',
    'nearby',
    'helper',
    'helperName',
    'helperAgreed',
  ],
};

/** What is asked on the one page that works without a network. */
export const laterFields = ['what', 'place', 'phone', 'name', 'secret'] as const;

/** The page after this one: the last look follows the last step. */
export const stepAfter = (step: FilingStep): FilingStep | 'check' =>
  filingSteps[filingSteps.indexOf(step) + 1] ?? 'check';

export const pathOf = (step: FilingStep | 'check' | 'urgent' | 'saved'): string =>
  step === 'what' ? '/file' : `/file/${step}`;

/** All that was told, with this step's answers as they are now: what was emptied is gone. */
export function withStep(told: Entries, step: FilingStep, answers: Entries): Entries {
  const others = Object.entries(told).filter(([name]) => !fields[step].includes(name));
  const own = fields[step].flatMap((name): [string, string][] => {
    const answer =
      name === 'categoryId'
        ? categoryIn(answers)
        : name === 'point'
          ? pointIn(answers)
          : entryOf(answers, name);
    return answer === '' ? [] : [[name, answer]];
  });
  return Object.fromEntries([...others, ...own]);
}

/** A proposed category that fits, or the one chosen instead; none where they leave it to the desk. */
function categoryIn(answers: Entries): string {
  const fits = entryOf(answers, 'fits');
  if (fits === 'unsure') return '';
  return entryOf(answers, fits === 'yes' ? 'proposed' : 'categoryId');
}

/** Without scripts a point is left out by a tick beside it. */
const pointIn = (answers: Entries): string =>
  entryOf(answers, 'dropPoint') ? '' : entryOf(answers, 'point');

/** What speaks against this step's answers; of the place as it is told in words. */
export function problemsIn(step: FilingStep, told: Entries): FormProblem[] {
  const parsed = filing.input.safeParse(told);
  if (parsed.success) return [];
  return problemsOf(parsed.error).filter(({ field }) => field && fields[step].includes(field));
}

/** The first page that still wants something; null where it can be sent. */
export const firstUnanswered = (told: Entries): FilingStep | null =>
  filingSteps.find((step) => problemsIn(step, told).length > 0) ?? null;
