import type { FormProblem } from '@/lib/forms';
import { fill } from '@/lib/i18n/fill';
import type { FormWords } from './form-context';

/** code → text, or `field.code` → text where a form says it better. */
export type ProblemTexts = Record<string, string>;

/** As messages hold them, whose keys may have no dots. */
export type ProblemWords = { [key: string]: string | Record<string, string> };

/** `{ login: { required } }` as `login.required`. */
export function byField(words: ProblemWords): Record<string, string> {
  const flat = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[key, value]]
      : Object.entries(value).map(([code, text]) => [`${key}.${code}`, text]),
  );
  return Object.fromEntries(flat);
}

function textOf({ field, code, values }: FormProblem, texts: ProblemTexts) {
  const own = field === null ? undefined : texts[`${field}.${code}`];
  const text = own ?? texts[code] ?? texts.wrongFormat ?? code;
  return { words: fill(text, values), own: own !== undefined };
}

/** What stands at the fields. */
export function wordsByField(
  problems: readonly FormProblem[],
  texts: ProblemTexts,
): Map<string, string> {
  return new Map(
    problems.flatMap((problem) =>
      problem.field === null ? [] : [[problem.field, textOf(problem, texts).words] as const],
    ),
  );
}

/** What stands in the summary: with the label, unless the form's own words already name the field. */
export function summaryWords(
  problem: FormProblem,
  texts: ProblemTexts,
  labels: Record<string, string>,
  words: Pick<FormWords, 'labelled'>,
): string {
  const text = textOf(problem, texts);
  const label = problem.field === null ? undefined : labels[problem.field];
  return label && !text.own ? fill(words.labelled, { label, problem: text.words }) : text.words;
}
