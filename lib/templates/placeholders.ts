/**
 * What a template may leave open. Closed on purpose: nothing that says who the resident is or how to
 * reach them is among it; `phone` is the number of this organisation.
 */
export const placeholders = [
  'caseNumber',
  'title',
  'place',
  'unit',
  'today',
  'promised',
  'phone',
] as const;
export type Placeholder = (typeof placeholders)[number];

const isPlaceholder = (name: string): name is Placeholder => placeholders.some((it) => it === name);

/** Everything in braces that is no placeholder, as it was written: `{name}`, `{ unit }`, a lone `{`. */
export function strangersIn(body: string): string[] {
  const found = body.match(/\{[^{}\n]{0,40}\}?|\}/g) ?? [];
  const known = (it: string) => /^\{\w+\}$/.test(it) && isPlaceholder(it.slice(1, -1));
  return [...new Set(found.filter((it) => !known(it)))];
}
