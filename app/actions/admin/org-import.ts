'use server';

import { redirect } from 'next/navigation';
import {
  applyImport,
  type ImportKind,
  importKinds,
  previewImport,
} from '@/lib/exchange/org/import';
import { mostBytes } from '@/lib/exchange/org/read-table';
import { readText } from '@/lib/exchange/org/read-text';
import { type ImportView, viewOf } from '@/lib/exchange/org/view';
import { entryOf, type FormProblem, type FormState, readForm, refused, valueIn } from '@/lib/forms';
import { numberIn } from '@/lib/i18n/numbers';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { administering, administeringGravely } from '@/lib/people/administering';

/** `view` is what the table would do; `gbk` the beginning of a file that has to be converted first. */
export type ImportState = FormState & { text?: string; view?: ImportView; gbk?: string };

/**
 * Both steps of an import: the first shows what the table would do, the second does exactly that. The
 * button says which; the text goes there and back with the page, so nothing is kept in between.
 */
export async function importOrganisation(
  kind: string,
  state: FormState,
  data: FormData,
): Promise<ImportState> {
  const of = importKinds.find((it) => it === kind) ?? 'units';
  const step = entryOf(readForm(data), 'step');
  return step === 'apply' ? apply(of, state, data) : preview(of, state, data);
}

async function preview(of: ImportKind, state: FormState, data: FormData): Promise<ImportState> {
  const [given, locale] = await Promise.all([textIn(data), getLocale()]);
  const no = (code: string, field: string | null = 'file'): ImportState =>
    refused(state, {}, [
      {
        field,
        code,
        values: { max: numberIn(locale, mostBytes / 1000) },
      } satisfies FormProblem,
    ]);
  if (given.code === 'isGbk') {
    const head = given.text.split(/\r?\n/).slice(0, 4).join('\n').slice(0, 400);
    return { attempt: 0, entries: {}, problems: [], text: given.text, gbk: head };
  }
  if (given.code !== 'read') return no(given.code);
  const { text } = given;
  const ended = await administering(of, state, data, async (actor) => ({
    ok: true,
    value: await previewImport(of, text, actor),
  }));
  if ('state' in ended) return { ...ended.state, entries: {}, text };
  const [t, words] = await Promise.all([getTranslations('orgImport'), getTranslations('words')]);
  const view = viewOf(of, ended.done, { t, words });
  return { attempt: 0, entries: {}, problems: [], text, view };
}

async function apply(of: ImportKind, state: FormState, data: FormData): Promise<ImportState> {
  const entries = readForm(data);
  const [text, digest] = [entryOf(entries, 'text'), entryOf(entries, 'digest')];
  const ended = await administeringGravely(of, state, data, (actor) =>
    applyImport(of, { text, digest }, actor),
  );
  if ('state' in ended) {
    // What it would do now stands beneath, to be looked at and confirmed anew.
    const again = await preview(of, state, data);
    return { ...again, problems: ended.state.problems, attempt: ended.state.attempt };
  }
  redirect(`/admin/import/${of}?added=${ended.done.added}&changed=${ended.done.changed}`);
}

type Given =
  | { code: 'read' | 'isGbk'; text: string }
  | { code: 'fileMissing' | 'fileTooBig' | 'unknownEncoding' };

/** What was pasted, or else the file. */
async function textIn(data: FormData): Promise<Given> {
  const pasted = entryOf(readForm(data), 'text');
  const file = valueIn(data, 'file');
  if (file instanceof File && file.size > 0) {
    if (file.size > mostBytes) return { code: 'fileTooBig' };
    const read = readText(new Uint8Array(await file.arrayBuffer()));
    if (read.ok) return { code: 'read', text: read.text };
    return read.code === 'isGbk' ? { code: 'isGbk', text: read.text } : { code: read.code };
  }
  return pasted.trim() === '' ? { code: 'fileMissing' } : { code: 'read', text: pasted };
}
