import { checkText } from '@/lib/forms';
import type { Difference } from './fault';

const shown = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : value === null || value === undefined
      ? ''
      : String(value);

/** The facts in which something wanted differs from what there is; all of them where there is nothing. */
export function differencesOf<T extends object>(
  old: { [K in keyof T]: unknown } | undefined,
  wanted: T,
): Record<string, Difference> {
  const facts = Object.entries(wanted).map(([name, value]): [string, Difference] => [
    name,
    { before: old ? shown(old[name as keyof T]) : '', after: shown(value) },
  ]);
  return Object.fromEntries(facts.filter(([, it]) => it.before !== it.after));
}

/** What speaks against a text in a cell, with its values, or null. */
export function textFault(
  text: string,
  max: number,
): readonly [string, Record<string, string | number>] | null {
  const problem = checkText(text, { max });
  return problem ? [problem.code, problem.values ?? {}] : null;
}
