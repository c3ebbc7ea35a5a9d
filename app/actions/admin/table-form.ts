import { readText } from '@/lib/exchange/org/read-text';
import {
  type Entries,
  entryOf,
  type FormProblem,
  type FormState,
  refused,
  valueIn,
} from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { administering } from '@/lib/people/administering';
import type { Power } from '@/lib/people/powers';
import { backToForm, changingRules, type ProposalView, proposed } from './rules-form';

interface TableImport {
  /** Where the page leads once it is written. */
  next: string;
  write(actor: PersonActor, entries: Entries): Promise<FormProblem[]>;
  /** What a text would do, or what is wrong with it, each problem with its line. */
  preview(text: string): Promise<{ view: ProposalView } | { problems: FormProblem[] }>;
}

/** Problems of a text that is too long to be sent back into its form. */
const tooLong = /^(textTooLong|tooManyLines)$/;

/**
 * A table chosen as a file or pasted: first what it would do, then, with `stage=confirm`, doing it. The text
 * travels with the form, and nothing is kept before it is confirmed.
 */
export async function importingTable(
  power: Power,
  state: FormState,
  data: FormData,
  { next, write, preview }: TableImport,
): Promise<FormState> {
  const stage = valueIn(data, 'stage');
  if (stage === 'confirm') return changingRules(power, state, data, write, next);
  const result = await administering(power, state, data, async (_, entries) => ({
    ok: true,
    value: entries,
  }));
  if ('state' in result) return result.state;
  if (stage === 'edit') return backToForm(state, result.done);
  const given = await textIn(data, result.done);
  if (given.problem) return refused(state, given.entries, [given.problem]);
  const made = await preview(entryOf(given.entries, 'text'));
  if ('view' in made) return proposed(state, given.entries, made.view);
  const forget = made.problems.some((it) => tooLong.test(it.code)) ? ['text'] : [];
  return refused(state, given.entries, made.problems, forget);
}

/** What was pasted, or else the file; of a file in GBK the text, to be looked at first. */
async function textIn(
  data: FormData,
  sent: Entries,
): Promise<{ entries: Entries; problem?: FormProblem }> {
  const file = valueIn(data, 'file');
  const entries = { ...sent };
  if (file instanceof File && file.size > 0) {
    const read = readText(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok && read.code === 'unknownEncoding') {
      return { entries, problem: { field: 'file', code: read.code } };
    }
    entries.text = read.ok ? read.text.replace(/^\ufeff/, '') : read.text;
    if (!read.ok) return { entries, problem: { field: 'text', code: 'isGbk' } };
  }
  const blank = entryOf(entries, 'text').trim() === '';
  return blank ? { entries, problem: { field: 'text', code: 'required' } } : { entries };
}
