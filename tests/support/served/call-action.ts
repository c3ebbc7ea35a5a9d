import type { Answer, Ask } from './ask';

/** What an action is called with: what is bound to its form, and the fields of the form. */
export interface Given {
  bound: readonly unknown[];
  /** Absent for an action that takes no form. */
  fields?: Readonly<Record<string, string>>;
  /** Whether it takes the state of the form before the form. */
  state: boolean;
}

const boundary = '----huiyin7f3a';
const before = { attempt: 0, entries: {}, problems: [] };

/** As browsers write names into the head of a part. */
const named = (name: string): string => name.replace(/\r?\n|\r/g, '%0D%0A').replaceAll('"', '%22');

const multipart = (parts: readonly (readonly [string, string])[]): string =>
  parts
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${named(name)}"\r\n\r\n${value}\r\n`,
    )
    .concat(`--${boundary}--\r\n`)
    .join('');

/** The parts React makes of arguments: the first a list, the form's fields beside it under a number. */
function scripted({ bound, fields, state }: Given): string {
  const args = [...bound, ...(state ? [before] : []), ...(fields ? ['$K1'] : [])];
  const parts = Object.entries(fields ?? {}).map(([name, value]) => [`_1_${name}`, value] as const);
  return multipart([...parts, ['0', JSON.stringify(args)]]);
}

/** The hidden fields the framework writes into a form for whoever has no scripts. */
function plain(id: string, { bound, fields, state }: Given): string {
  const args = [...bound, ...(state ? [before] : [])];
  const own = Object.entries(fields ?? {});
  if (args.length === 0) return multipart([[`$ACTION_ID_${id}`, ''], ...own]);
  return multipart([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })],
    ['$ACTION_1:1', JSON.stringify(args)],
    ...(state ? [['$ACTION_KEY', 'k0'] as const] : []),
    ...own,
  ]);
}

export interface Call {
  id: string;
  page: string;
  given: Given;
  cookie: string;
  /** As our own page would send it. */
  origin: string;
}

/** Calls an action as a page of ours with scripts does, or as its form does without them. */
export function callAction(ask: Ask, way: 'scripted' | 'plain', call: Call): Promise<Answer> {
  const { id, page, given, cookie, origin } = call;
  const headers = {
    origin,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...(cookie ? { cookie } : {}),
    ...(way === 'scripted'
      ? { 'next-action': id, accept: 'text/x-component' }
      : { accept: 'text/html' }),
  };
  const body = way === 'scripted' ? scripted(given) : plain(id, given);
  return ask(page, { method: 'POST', headers, body });
}
