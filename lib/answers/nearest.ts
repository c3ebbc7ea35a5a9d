import { titleFrom } from '@/lib/appeals/title';
import { wordsOf } from '@/lib/similar/words';

export interface SaidBefore {
  id: string;
  question: string;
  questionEn: string | null;
}

const mostOffered = 3;
/** Of the weight of a question's words, what a text must share with it: half of what it asks. */
const leastShared = 0.5;

/**
 * Questions of which a text holds at least half, by the weight of their words. One word alone stands in too many
 * matters, unless it is a long one.
 */
export function nearest(what: string, questions: readonly SaidBefore[]): SaidBefore[] {
  const said = wordsOf({ title: titleFrom(what), what, place: '' }).weights;
  return questions
    .map((it) => ({ it, shared: sharedWith(said, it.question) }))
    .filter(({ shared }) => shared >= leastShared)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, mostOffered)
    .map(({ it }) => it);
}

function sharedWith(said: ReadonlyMap<string, number>, question: string): number {
  const asked = [...wordsOf({ title: question, what: '', place: '' }).weights];
  const both = asked.filter(([word]) => said.has(word));
  const sum = (list: readonly [string, number][]) => list.reduce((all, [, it]) => all + it, 0);
  const enough = both.length > 1 || both.some(([word]) => word.length > 2);
  return enough ? sum(both) / sum(asked) : 0;
}
